/** How settings are read. */
package dungeon.platform.config;
