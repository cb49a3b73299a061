package dungeon.verification.fuzz.tokens;

/**
 * A token that proves nothing.
 *
 * @param trick what is wrong with it, in a few words
 * @param text without the scheme
 */
public record HostileToken(String trick, String text) {}
