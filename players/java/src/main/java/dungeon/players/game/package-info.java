/**
 * The mind of a player: {@link dungeon.players.game.Player} folds the events of a game into a {@link dungeon.players.game.GameView} and asks a
 * {@link dungeon.players.game.Strategy} what to order. It uses only what is public on the wire, has no clock and no
 * I/O, and so plays the same on Kafka, over HTTP and in virtual time.
 */
package dungeon.players.game;
