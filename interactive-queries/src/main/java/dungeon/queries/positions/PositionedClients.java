package dungeon.queries.positions;

import dungeon.platform.streams.runtime.PlainClients;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;

/** Clients for Kafka Streams with another consumer of the events. */
public final class PositionedClients extends PlainClients {
    private final FoldedUpTo folded;

    public PositionedClients(FoldedUpTo folded) {
        this.folded = folded;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new PositionedConsumer(settings, folded);
    }
}
