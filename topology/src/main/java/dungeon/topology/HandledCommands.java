package dungeon.topology;

import dungeon.rules.HandledCommand;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The ids of the commands that were handled lately, in a window store, which forgets by itself. Windows are whole minutes: a
 * look-up asks the few windows in which an id of the last five minutes can be, where windows of a millisecond would make it
 * a scan.
 */
public final class HandledCommands {
    private static final long WINDOW_MS = 60_000;
    /** Longer than ids must be remembered, so that no clock that steps back between brokers lets one be forgotten early. */
    private static final Duration RETENTION = Duration.ofMinutes(10);
    /**
     * By how much a command that is handled may be younger than one that is handled after it, in ms. The store forgets by the
     * youngest; an older one's id must still be there when its last repetition comes, which is as late itself. The two windows
     * are for the rounding of a time, and for the one that is looked into ahead.
     */
    public static final long LEAD_MAXIMUM_MS = RETENTION.toMillis() - HandledCommand.REMEMBERED_MS - 2 * WINDOW_MS;

    private final WindowStore<Bytes, Long> store;
    private final RecentKeys recent = new RecentKeys(RETENTION.toMillis());

    /** Takes a store with what is in it; to be made anew when the store is, because an abort rolls back stores alone. */
    public HandledCommands(WindowStore<Bytes, Long> store) {
        this.store = store;
        try (KeyValueIterator<Windowed<Bytes>, Long> all = store.all()) {
            all.forEachRemaining(entry -> recent.add(entry.key.key(), entry.value));
        }
    }

    /** The store. */
    public static StoreBuilder<WindowStore<Bytes, Long>> storeBuilder(String name) {
        return Stores.windowStoreBuilder(
                Stores.inMemoryWindowStore(name, RETENTION, Duration.ofMillis(WINDOW_MS), false),
                Serdes.Bytes(),
                Serdes.Long());
    }

    /** When a command was last handled within the time for which ids are remembered, in ms since 1970; null if it was not. */
    public Long handledAtMs(byte[] scope, HandledCommand command, long nowMs) {
        Bytes key = key(scope, command);
        if (!recent.mayContain(key)) {
            return null;
        }
        long oldest = windowOf(nowMs - HandledCommand.REMEMBERED_MS);
        // One window ahead as well: the lobby's time is the broker's, which may step back with another partition
        // leader.
        for (long window = windowOf(nowMs) + WINDOW_MS; window >= oldest; window -= WINDOW_MS) {
            Long handledAtMs = store.fetch(key, window);
            if (handledAtMs != null) {
                return handledAtMs;
            }
        }
        return null;
    }

    public void remember(byte[] scope, HandledCommand command, long nowMs) {
        Bytes key = key(scope, command);
        store.put(key, nowMs, windowOf(nowMs));
        recent.add(key, nowMs);
    }

    private static long windowOf(long timeMs) {
        return timeMs - Math.floorMod(timeMs, WINDOW_MS);
    }

    /** The scope (a game or a subject), the command's id in 16 bytes, the sender. */
    private static Bytes key(byte[] scope, HandledCommand command) {
        byte[] sender = command.sender().getBytes(StandardCharsets.UTF_8);
        UUID commandId = UUID.fromString(command.commandId());
        return Bytes.wrap(ByteBuffer.allocate(scope.length + 2 * Long.BYTES + sender.length)
                .put(scope)
                .putLong(commandId.getMostSignificantBits())
                .putLong(commandId.getLeastSignificantBits())
                .put(sender)
                .array());
    }
}
