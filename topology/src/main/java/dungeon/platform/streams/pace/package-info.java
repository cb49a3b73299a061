/** When a stream thread turns to a task, and when it commits. */
package dungeon.platform.streams.pace;
