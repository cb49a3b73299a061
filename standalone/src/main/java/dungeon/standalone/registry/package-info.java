/** A real schema registry beside this process. */
package dungeon.standalone.registry;
