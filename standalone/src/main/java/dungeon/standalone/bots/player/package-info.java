/**
 * A small library for players, and the place to start writing one: {@link dungeon.standalone.bots.player.Player} folds the
 * events of a game into a {@link dungeon.standalone.bots.player.GameView} and asks a
 * {@link dungeon.standalone.bots.player.Temper} what to order. It uses only what is public on the wire, has no clock and no
 * I/O, and so plays the same on Kafka, over HTTP and in virtual time.
 */
package dungeon.standalone.bots.player;
