/** How long events take from their commit to those who follow games over HTTP, and what following costs. */
package dungeon.benchmarks.feeds;
