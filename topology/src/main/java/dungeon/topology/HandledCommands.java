package dungeon.topology;

import dungeon.rules.HandledCommand;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The ids of the commands that were handled lately, in a window store, which forgets by itself. Windows are whole minutes of
 * the time at which a command was handled. The ids of a scope (a game, or a subject of the lobby) that come between two commits
 * share a record, because a record for each id was the dearest part of deciding it. Where an id is, is kept in Java
 * ({@link HandledPlaces}).
 */
public final class HandledCommands {
    private static final long WINDOW_MS = 60_000;
    /** Longer than ids must be remembered, so that no clock that steps back between brokers lets one be forgotten early. */
    private static final Duration RETENTION = Duration.ofMinutes(10);
    /**
     * By how much a command that is handled may be younger than one that is handled after it, in ms. The store forgets by the
     * youngest; an older one's id must still be there when its last repetition comes, which is as late itself. The two windows
     * are for the rounding of a time, and for a clock that steps back.
     */
    public static final long LEAD_MAXIMUM_MS = RETENTION.toMillis() - HandledCommand.REMEMBERED_MS - 2 * WINDOW_MS;
    /** A record is written anew with each id that comes to it, so it stays short. */
    private static final int BATCH_MAXIMUM = 64;

    /** The ids in the record to which more may come. */
    private record Batch(HandledPlaces.Place place, Bytes ids) {}

    private final WindowStore<Bytes, byte[]> store;
    private final HandledPlaces places = new HandledPlaces(RETENTION.toMillis());
    private final Map<Bytes, Batch> openBatches = new HashMap<>();
    private long nextNumber;

    /** Takes a store with what is in it; to be made anew when the store is, because an abort rolls back stores alone. */
    public HandledCommands(WindowStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Windowed<Bytes>, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> {
                Bytes key = entry.key.key();
                byte[] scope = Arrays.copyOf(key.get(), key.get().length - Long.BYTES);
                long window = entry.key.window().start();
                HandledPlaces.Place place = new HandledPlaces.Place(Bytes.wrap(scope), key, window, null);
                for (int at = 0; at < entry.value.length; at += HandledId.BYTES) {
                    places.add(place, HandledId.in(entry.value, at), HandledId.timeMs(entry.value, at));
                }
                nextNumber = Math.max(nextNumber, ByteBuffer.wrap(key.get()).getLong(scope.length) + 1);
            });
        }
    }

    /** The store. */
    public static StoreBuilder<WindowStore<Bytes, byte[]>> storeBuilder(String name) {
        return Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore(name, RETENTION, Duration.ofMillis(WINDOW_MS), false),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withCachingEnabled();
    }

    /** When a command was last handled, if it is still known, in ms since 1970; else null. */
    public Long handledAtMs(Bytes scope, HandledCommand command) {
        HandledId id = HandledId.of(command);
        for (HandledPlaces.Place place = places.of(scope, id); place != null; place = place.before()) {
            byte[] ids = place.scope().equals(scope) ? store.fetch(place.key(), place.window()) : null;
            int at = ids == null ? -1 : id.lastIndexIn(ids);
            if (at >= 0) {
                return HandledId.timeMs(ids, at);
            }
        }
        return null;
    }

    public void remember(Bytes scope, HandledCommand command, long nowMs) {
        HandledId id = HandledId.of(command);
        long window = nowMs - Math.floorMod(nowMs, WINDOW_MS);
        Batch open = openBatches.get(scope);
        if (open == null
                || open.place().window() != window
                || open.ids().get().length == BATCH_MAXIMUM * HandledId.BYTES) {
            open = new Batch(newPlace(scope, window), Bytes.wrap(new byte[0]));
        }
        Batch batch =
                new Batch(open.place(), Bytes.wrap(id.appendedTo(open.ids().get(), nowMs)));
        store.put(batch.place().key(), batch.ids().get(), window);
        places.add(batch.place(), id, nowMs);
        openBatches.put(scope, batch);
    }

    /**
     * Lets further ids go to new records. To be called about as often as is committed: what a commit has written need not be
     * written again with the next one.
     */
    public void endBatches() {
        openBatches.clear();
    }

    private HandledPlaces.Place newPlace(Bytes scope, long window) {
        Bytes key = Bytes.wrap(ByteBuffer.allocate(scope.get().length + Long.BYTES)
                .put(scope.get())
                .putLong(nextNumber++)
                .array());
        return new HandledPlaces.Place(scope, key, window, null);
    }
}
