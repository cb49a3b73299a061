/** Reading a log of committed records to its end and on. */
package dungeon.platform.log;
