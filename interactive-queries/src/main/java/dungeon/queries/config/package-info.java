/** The settings of the queries. */
package dungeon.queries.config;
