/** The commands that prove what is promised. */
package dungeon.verification.cli;
