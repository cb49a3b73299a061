/** The measurements, one class each. */
package dungeon.benchmarks.measure;
