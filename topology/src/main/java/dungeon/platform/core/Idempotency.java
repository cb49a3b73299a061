package dungeon.platform.core;

/** The ids of the commands that were handled lately, by aggregate. */
public interface Idempotency {
    /** When a command was last handled, in ms since 1970; null if that is not remembered. */
    Long handledAtMs(String aggregateId, IdempotencyKey key);

    /** Remembers that a command was handled, for at least {@link IdempotencyKey#REMEMBERED_MS}. */
    void remember(String aggregateId, IdempotencyKey key, long timeMs);
}
