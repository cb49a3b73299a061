/** What the services measure alike. */
package dungeon.platform.metrics;
