/** The history's database: one table of events, filled by a connector, and views on it. */
package dungeon.history.db;
