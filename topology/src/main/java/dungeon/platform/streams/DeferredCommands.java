package dungeon.platform.streams;

import dungeon.platform.core.AuthenticatedCommand;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.envelope.DeferredCommand;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The commands that are to be decided later, for each aggregate in the order in which they came. Their keys, the aggregate and a
 * number, are kept in Java as well, so that looking for one costs no scan where there is none.
 *
 * @param <C> the type of the commands
 */
final class DeferredCommands<C extends SpecificRecord> {
    /** A command's key in the store, its number among those of its aggregate, and the broker's stamp of it. */
    private record Deferred(Bytes key, long number, long appendTimeMs) {}

    private final KeyValueStore<Bytes, byte[]> store;
    private final AggregateIds ids;
    private final TableCodec<C> commands;
    private final TableCodec<DeferredCommand> records = new TableCodec<>("deferred", DeferredCommand.class);
    private final Map<String, ArrayDeque<Deferred>> byAggregate = new HashMap<>();
    /** The aggregates, each with the stamp of the first command that waits. */
    private final OldestFirst<String> byAge = new OldestFirst<>();

    DeferredCommands(KeyValueStore<Bytes, byte[]> store, AggregateIds ids, Class<C> type) {
        this.store = store;
        this.ids = ids;
        this.commands = new TableCodec<>("deferred commands", type);
        try (KeyValueIterator<Bytes, byte[]> all =
                store.prefixScan(TableKeys.prefix(StoreLayout.DEFERRED_CODE), new BytesSerializer())) {
            all.forEachRemaining(entry -> {
                byte[] key = entry.key.get();
                long number = ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
                long appendTimeMs = records.decode(entry.value).getAppendTimeMs();
                append(ids.idOf(key, 1), new Deferred(entry.key, number, appendTimeMs));
            });
        }
    }

    boolean isEmpty() {
        return byAggregate.isEmpty();
    }

    /** Whether commands of an aggregate wait, so that further ones have to wait behind them. */
    boolean holdUp(String aggregateId) {
        return !byAggregate.isEmpty() && byAggregate.containsKey(aggregateId);
    }

    /** The aggregate of which the oldest one is; there has to be one. */
    String oldest() {
        return byAge.oldest();
    }

    /** The stamp of the oldest one, in ms since 1970; there has to be one. */
    long oldestTimeMs() {
        return byAge.oldestTimeMs();
    }

    /** The one of an aggregate that came first; there has to be one. */
    AuthenticatedCommand<C> first(String aggregateId) {
        DeferredCommand deferred =
                records.decode(store.get(byAggregate.get(aggregateId).getFirst().key()));
        Principal principal =
                new Principal(deferred.getKind(), deferred.getPlayerId(), deferred.getName(), deferred.getProblem());
        byte[] command = new byte[deferred.getCommand().remaining()];
        deferred.getCommand().duplicate().get(command);
        return new AuthenticatedCommand<>(
                commands.decode(command),
                new CommandMetadata(principal, deferred.getAppendTimeMs(), deferred.getBytes()));
    }

    void addLast(String aggregateId, AuthenticatedCommand<C> command) {
        ArrayDeque<Deferred> queue = byAggregate.get(aggregateId);
        long number = queue == null ? 0 : queue.getLast().number() + 1;
        byte[] aggregate = ids.prefix(aggregateId);
        Bytes key = Bytes.wrap(ByteBuffer.allocate(1 + aggregate.length + Long.BYTES)
                .put(StoreLayout.DEFERRED_CODE)
                .put(aggregate)
                .putLong(number)
                .array());
        CommandMetadata metadata = command.metadata();
        Principal principal = metadata.principal();
        store.put(
                key,
                records.encode(new DeferredCommand(
                        ByteBuffer.wrap(commands.encode(command.command())),
                        principal.kind(),
                        principal.playerId(),
                        principal.name(),
                        principal.problem(),
                        metadata.appendTimeMs(),
                        metadata.bytes())));
        append(aggregateId, new Deferred(key, number, metadata.appendTimeMs()));
    }

    void removeFirst(String aggregateId) {
        ArrayDeque<Deferred> queue = byAggregate.get(aggregateId);
        Deferred first = queue.removeFirst();
        store.delete(first.key());
        byAge.remove(aggregateId, first.appendTimeMs());
        if (queue.isEmpty()) {
            byAggregate.remove(aggregateId);
        } else {
            byAge.add(aggregateId, queue.getFirst().appendTimeMs());
        }
    }

    private void append(String aggregateId, Deferred last) {
        ArrayDeque<Deferred> queue = byAggregate.computeIfAbsent(aggregateId, id -> new ArrayDeque<>());
        if (queue.isEmpty()) {
            byAge.add(aggregateId, last.appendTimeMs());
        }
        queue.add(last);
    }
}
