/** What years do to an installation: a young one and an old one, side by side. */
package dungeon.benchmarks.age;
