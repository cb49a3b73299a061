package dungeon.connect;

import dungeon.schemas.history.HistoryFiles;
import dungeon.schemas.serde.AvroDeserializer;
import dungeon.schemas.serde.SchemaHistory;
import dungeon.schemas.serde.TestRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/** Events of each type as they stand on a topic, as a service reads them, and as a connector gets them. */
final class EventSamples implements AutoCloseable {
    static final String TOPIC = "dungeon.events.v1";
    private static final int SINGLE_OBJECT_HEADER_BYTES = 10;

    final TestRegistry registry = new TestRegistry();
    final ConfluentAvroConverter converter = new ConfluentAvroConverter();

    EventSamples() {
        converter.configure(registry.clientConfig(), false);
    }

    /** The converter as it is when some records are left out. */
    void leaveOut(Path file) {
        Map<String, Object> settings = new HashMap<>(registry.clientConfig());
        settings.put(ConfluentAvroConverter.PASSED_OVER_FILE, file.toString());
        converter.configure(settings, false);
    }

    /** An event. */
    static final class Sample<E> {
        private final byte[] bytes;
        private final E event;

        Sample(byte[] bytes, E event) {
            this.bytes = bytes;
            this.event = event;
        }

        /** In the wire format. */
        byte[] bytes() {
            return bytes.clone();
        }

        /** As our services read it. */
        E event() {
            return event;
        }
    }

    /** Two events of each type, written by the newest schema. */
    <E extends SpecificRecord> List<Sample<E>> of(Class<E> type) throws IOException {
        Schema today = SpecificData.get().getSchema(type);
        List<Schema> versions = SchemaHistory.of(today);
        int version = versions.size();
        int id = registry.register(TOPIC + "-value", versions.get(version - 1));
        List<Sample<E>> samples = new ArrayList<>();
        try (AvroDeserializer<E> deserializer = new AvroDeserializer<>(type)) {
            deserializer.configure(registry.clientConfig(), false);
            for (byte[] sample : HistoryFiles.readSamples(today, version)) {
                byte[] bytes = wireFormat(sample, id);
                samples.add(new Sample<>(bytes, deserializer.deserialize(TOPIC, bytes)));
            }
        }
        return samples;
    }

    /** A record of a sink, as the converter makes it. */
    SinkRecord record(byte[] bytes, int partition, long offset) {
        SchemaAndValue value = converter.toConnectData(TOPIC, bytes);
        return new SinkRecord(TOPIC, partition, null, null, value.schema(), value.value(), offset);
    }

    private static byte[] wireFormat(byte[] sample, int id) {
        return ByteBuffer.allocate(sample.length - SINGLE_OBJECT_HEADER_BYTES + 5)
                .put((byte) 0)
                .putInt(id)
                .put(sample, SINGLE_OBJECT_HEADER_BYTES, sample.length - SINGLE_OBJECT_HEADER_BYTES)
                .array();
    }

    @Override
    public void close() {
        registry.close();
    }
}
