/** How events change a room: the only way in which it changes. Everything that a rule computes is in the event. Pure. */
package dungeon.tictactoe.evolve;
