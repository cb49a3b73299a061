package dungeon.queries.views;

import dungeon.platform.streams.runtime.PlainClients;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;

/** Clients for Kafka Streams with another consumer of the events. */
final class PositionedClients extends PlainClients {
    private final FoldedUpTo folded;

    PositionedClients(FoldedUpTo folded) {
        this.folded = folded;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new PositionedConsumer(settings, folded);
    }
}
