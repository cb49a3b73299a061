/** What watches an installation on one machine. */
package dungeon.standalone.observe;
