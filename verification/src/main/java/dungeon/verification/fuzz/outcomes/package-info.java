/** What has to come of each case, and what came. */
package dungeon.verification.fuzz.outcomes;
