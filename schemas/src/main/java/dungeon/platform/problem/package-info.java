/** What goes wrong with a request, as all services of the platform say it. */
package dungeon.platform.problem;
