/** The topics: their names, serdes and settings, how they are made, and how they are checked. */
package dungeon.schemas.topics;
