/** Players of tic-tac-toe: what a round looks like to them, and who chooses the cells. */
package dungeon.players.tictactoe;
