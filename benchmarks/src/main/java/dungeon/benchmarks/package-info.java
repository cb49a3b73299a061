/** The benchmark: what the system does on the machine it runs on, each figure beside the limit it is held against. */
package dungeon.benchmarks;
