/** The views of rooms of tic-tac-toe: what is folded, and how it is read. */
package dungeon.queries.tictactoe;
