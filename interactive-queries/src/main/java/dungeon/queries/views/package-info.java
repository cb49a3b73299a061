/** Folds the events of games into stores, and reads them. */
package dungeon.queries.views;
