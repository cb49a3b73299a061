/** What the benchmark starts: a broker, the registry and what is measured, each in a process of its own. */
package dungeon.benchmarks.host;
