/** Events of games in a file that analysts can take away. */
package dungeon.export;
