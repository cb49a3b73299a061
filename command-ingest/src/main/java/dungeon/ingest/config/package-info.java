/** The settings of command ingest. */
package dungeon.ingest.config;
