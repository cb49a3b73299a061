/** The practice bots as a service of their own. */
package dungeon.players.host;
