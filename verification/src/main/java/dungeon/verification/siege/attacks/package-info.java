/** Kinds of hostile players, each with what it tries, at which rate, and what may come of it. */
package dungeon.verification.siege.attacks;
