package dungeon.ingest.identity;

import java.time.Instant;

/**
 * What anybody may know of a key, and the administrator is told.
 *
 * @param kid its id, as tokens name it
 * @param createdAt when it was made; 1970 for a key from before there were times
 * @param signsFrom when its first token is signed
 * @param publishedUntil when it disappears; null for one that signs, or will
 * @param state what is done with it
 */
public record PublishedKey(String kid, Instant createdAt, Instant signsFrom, Instant publishedUntil, State state) {
    /** What a key is there for. */
    public enum State {
        /** It is published, and signs nothing yet. */
        UPCOMING,
        /** New tokens are signed with it. */
        SIGNING,
        /** Its tokens hold, and it signs no more. */
        RETIRING
    }
}
