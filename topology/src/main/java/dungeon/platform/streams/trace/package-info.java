/** The traces of decisions. */
package dungeon.platform.streams.trace;
