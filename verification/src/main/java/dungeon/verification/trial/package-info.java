/** A match on an installation that somebody else has started, disturbed in its midst and examined afterwards. */
package dungeon.verification.trial;
