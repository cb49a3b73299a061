/** The robots' game. */
package dungeon.robots;
