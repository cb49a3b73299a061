/** Timers of aggregates: what is due when, and in which order. Pure. */
package dungeon.platform.core.timers;
