/** What is measured, how often, and the figures that come of it. */
package dungeon.benchmarks.plan;
