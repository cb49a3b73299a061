/** HTTP of a service that answers questions: one table of routes that registers, checks and describes them, and one form of problems. */
package dungeon.platform.queries.http;
