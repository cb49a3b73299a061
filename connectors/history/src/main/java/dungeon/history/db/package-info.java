/** The databases of the history and of the users: each a table of events, filled by a connector, and views on it. */
package dungeon.history.db;
