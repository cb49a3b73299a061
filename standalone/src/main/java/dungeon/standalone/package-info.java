/** The whole system on one machine. */
package dungeon.standalone;
