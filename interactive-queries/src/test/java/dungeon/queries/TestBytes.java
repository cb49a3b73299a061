package dungeon.queries;

import dungeon.schemas.Event;
import dungeon.schemas.serde.StateSerde;
import org.apache.kafka.common.serialization.Deserializer;

/** Events as bytes without a registry, in Avro's own framing. */
public final class TestBytes {
    private static final StateSerde<Event> SERDE = new StateSerde<>(Event.class);

    private TestBytes() {}

    public static byte[] of(Event event) {
        return SERDE.serializer().serialize("", event);
    }

    public static Deserializer<Event> deserializer() {
        return SERDE.deserializer();
    }
}
