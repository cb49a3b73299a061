/** The whole system on one machine: its data folder, its ports, and the order in which its parts start and stop. */
package dungeon.standalone.machine;
