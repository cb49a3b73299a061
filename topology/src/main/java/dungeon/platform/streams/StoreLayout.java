package dungeon.platform.streams;

import dungeon.platform.core.state.Table;

/**
 * Which physical store a table is in. A table is a logical thing; what a commit costs is decided by the number of changelog
 * partitions that it touched, because it writes a marker to each. So a context has two: one whose changes go to the changelog
 * at once, and one with a cache, of whose changes only the last of a commit goes there.
 */
public final class StoreLayout {
    /** Codes of what the platform keeps beside the tables, above those of {@link Table#code()}. */
    static final byte TIMERS_CODE = 102;

    static final byte DEFERRED_CODE = 103;
    static final byte IDEMPOTENCY_CODE = 104;

    private StoreLayout() {}

    /** The store of a table. */
    public static String storeOf(String context, Table<?, ?> table) {
        return table.isCached() ? cachedStore(context) : store(context);
    }

    /** The store of what is written with nearly every change of it. */
    static String store(String context) {
        return context + "-state";
    }

    /** The store of what many commands of one commit change. */
    static String cachedStore(String context) {
        return context + "-cached-state";
    }
}
