/**
 * The rules of tic-tac-toe, pure: no Kafka, no clock, no random source, no I/O. {@link dungeon.tictactoe.decide.TicTacToeDecider} decides
 * what a command or a timer causes, as events.
 */
package dungeon.tictactoe.decide;
