/** The command line. */
package dungeon.standalone.cli;
