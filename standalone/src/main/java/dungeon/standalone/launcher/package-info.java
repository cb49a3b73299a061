/** Starts programs of others in processes that end with ours; it needs nothing but the JDK. */
package dungeon.standalone.launcher;
