/** What the system is loaded with: games, and real commands in the mix of a bot match, nearly all of which succeed. */
package dungeon.benchmarks.load;
