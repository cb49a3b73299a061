/**
 * How events change a robots' game: the only way in which it changes, on the write side, on the read side, in a replay. Everything
 * that a rule computes is in the event, so that a game folds to the same state for ever, whatever becomes of the rules. Pure.
 */
package dungeon.robots.evolve;
