/** What it costs that players have to show who they are to the broker. */
package dungeon.benchmarks.security;
