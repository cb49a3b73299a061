/**
 * The strategies of the house, to play against and to learn from: each is one file that says when its robots do what. What
 * they have in common, such as the way of a digging robot from the mine to the market, is in files of its own.
 */
package dungeon.players.strategies;
