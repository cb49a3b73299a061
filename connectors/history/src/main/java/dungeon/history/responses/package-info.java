/** What the history answers, as JSON. */
package dungeon.history.responses;
