/** Micro benchmarks of the hot pieces, without a broker: the rules, the serdes, the tokens, the stores. */
package dungeon.benchmarks.micro;
