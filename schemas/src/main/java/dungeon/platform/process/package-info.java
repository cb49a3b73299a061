/** A service as a process: how it starts, logs, stays within its memory, stops and ends. */
package dungeon.platform.process;
