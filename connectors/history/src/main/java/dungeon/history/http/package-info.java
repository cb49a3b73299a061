/** The history over HTTP, under {@code /history}. */
package dungeon.history.http;
