/** Honest players beside ten kinds of hostile ones, and what the honest ones notice of it. */
package dungeon.verification.siege;
