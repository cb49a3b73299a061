/** Map types and the values of a game: whether they can be played by, and how a game's own map is drawn. Pure. */
package dungeon.robots.decide.map;
