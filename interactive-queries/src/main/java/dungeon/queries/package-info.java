/** The read side: views of all games, folded from their events, and the application that answers questions about them. */
package dungeon.queries;
