/** Tokens that prove nothing. */
package dungeon.verification.fuzz.tokens;
