/** What the application of windows answers, as JSON. */
package dungeon.analytics.responses;
