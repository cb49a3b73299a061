package dungeon.queries.views;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.errors.StreamsStoppedException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores and their places, as Kafka Streams knows them. */
public final class StreamsViews implements StoreSource, PartitionLocator, AutoCloseable {
    private final KafkaStreams streams;
    private final View<?> view;
    private final ReadyPartitions ready;
    private final HostInfo self;
    private final CatchUp catchUp;
    private final CopyLags lags = new CopyLags(this::copyLags, System::nanoTime);

    public StreamsViews(KafkaStreams streams, View<?> view, ReadyPartitions ready, HostInfo self, CatchUp catchUp) {
        this.streams = streams;
        this.view = view;
        this.ready = ready;
        this.self = self;
        this.catchUp = catchUp;
    }

    @Override
    public HostInfo self() {
        return self;
    }

    @Override
    public Place placeOf(String gameId) {
        KeyQueryMetadata found = whileRunning(() -> streams.queryMetadataForKey(
                view.store(), gameId, Serdes.String().serializer()));
        if (found == null || found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new NotAvailableException("The instances are just sharing out the games anew");
        }
        return new Place(found.partition(), found.activeHost(), List.copyOf(found.standbyHosts()));
    }

    @Override
    public List<HostInfo> instances() {
        List<HostInfo> instances = metadata()
                .filter(instance -> !instance.topicPartitions().isEmpty())
                .map(StreamsMetadata::hostInfo)
                .toList();
        if (instances.isEmpty()) {
            throw new NotAvailableException("The instances are just sharing out the games anew");
        }
        return instances;
    }

    @Override
    public Set<Integer> ownPartitions() {
        return metadata()
                .filter(instance -> instance.hostInfo().equals(self))
                .flatMap(instance -> instance.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(view.topic()))
                .map(partition -> partition.partition())
                .collect(Collectors.toSet());
    }

    private Stream<StreamsMetadata> metadata() {
        return whileRunning(() -> streams.streamsMetadataForStore(view.store())).stream();
    }

    @Override
    public Partition active(int partition) {
        return partition(partition, false);
    }

    @Override
    public Partition stale(int partition) {
        return partition(partition, true);
    }

    @Override
    public long lag(int partition) {
        return lags.of(partition);
    }

    @Override
    public CompletableFuture<Void> upToNow(int partition, Duration timeout) {
        return catchUp.upToNow(partition, timeout);
    }

    @Override
    public void close() {
        lags.close();
    }

    private Map<Integer, Long> copyLags() {
        Map<Integer, Long> lags = new HashMap<>();
        streams.allLocalStorePartitionLags()
                .getOrDefault(view.store(), Map.of())
                .forEach((partition, lag) -> lags.put(partition, lag.offsetLag()));
        return lags;
    }

    private Partition partition(int partition, boolean stale) {
        return () -> {
            if (!stale && !ready.contains(partition)) {
                throw new NotAvailableException("The game's records are elsewhere, or are being restored here");
            }
            StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> query = StoreQueryParameters.fromNameAndType(
                            view.store(), QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                    .withPartition(partition);
            return whileRunning(() -> streams.store(stale ? query.enableStaleStores() : query));
        };
    }

    private static <T> T whileRunning(Supplier<T> query) {
        try {
            return query.get();
        } catch (StreamsNotStartedException | StreamsStoppedException e) {
            throw new NotAvailableException("This instance is starting or stopping", e);
        } catch (InvalidStateStoreException e) {
            throw new NotAvailableException("The game's records are not ready on this instance", e);
        }
    }
}
