/** The questions that the history answers, in SQL on its views. Every page begins behind a key that has an index, and looks at no row before it. */
package dungeon.history.queries;
