/** How fast the system answers over HTTP: a load generator that leaves the processor to the servers, and what it asks them. */
package dungeon.benchmarks.http;
