/** The way in over HTTP: players, tokens, and commands that become records on the command topics. */
package dungeon.ingest;
