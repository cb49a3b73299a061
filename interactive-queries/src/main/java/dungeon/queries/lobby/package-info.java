/** The lobby, small enough to be held by every instance: who is registered, and which map types there are. */
package dungeon.queries.lobby;
