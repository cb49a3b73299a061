/** The record of a room: its table, its timers, and how its board is read. Pure. */
package dungeon.tictactoe.state;
