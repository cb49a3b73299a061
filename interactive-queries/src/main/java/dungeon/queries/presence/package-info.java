/** Who is connected: noticed where the connections are, and told to the rooms in which those people have seats. */
package dungeon.queries.presence;
