/** The measurements, one class each. */
package dungeon.standalone.bench.measure;
