/** Tic-tac-toe, a game for two in a room. */
package dungeon.tictactoe;
