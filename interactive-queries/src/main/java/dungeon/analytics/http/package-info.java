/** The live figures of windows over HTTP, under {@code /analytics}. */
package dungeon.analytics.http;
