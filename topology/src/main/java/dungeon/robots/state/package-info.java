/** The records of a robots' game: its tables, how they are read, and what their numbers mean. Pure. */
package dungeon.robots.state;
