/** Whole games that an earlier build has decided: the same commands have to give the same events and the same state. */
package dungeon.golden;
