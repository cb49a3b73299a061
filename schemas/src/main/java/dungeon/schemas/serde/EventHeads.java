package dungeon.schemas.serde;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Reads of an event in the Confluent wire format only what stands before what happened, and leaves the rest to whoever wants to know. Whether the
 * rest is sound is not looked at. Used by several threads.
 */
public final class EventHeads {
    /**
     * What stands before what happened.
     *
     * @param sequence its number in its aggregate
     * @param commandId the command that led to it; null if none did
     * @param playerId whose command it was; null if unknown
     * @param remaining how many events of the same decision still follow
     * @param type the name of the record that says what happened, such as {@code RobotMoved}
     */
    public record Head(long sequence, String commandId, String playerId, int remaining, String type) {}

    private static final String PAYLOAD = "payload";

    private final Schema readerSchema;
    private final SchemaRegistry registry;
    /** What can have happened, by the id of the schema; empty for a schema whose events begin otherwise. */
    private final ConcurrentHashMap<Integer, Optional<List<String>>> typesById = new ConcurrentHashMap<>();

    private static final ThreadLocal<BinaryDecoder> REUSED = new ThreadLocal<>();

    /**
     * Prepares to read.
     *
     * @param readerSchema of the events: an aggregate's id, sequence, time, commandId, playerId, remaining and payload, in this order
     * @param config where the registry is
     */
    public EventHeads(Schema readerSchema, Map<String, ?> config) {
        this.readerSchema = readerSchema;
        this.registry = new SchemaRegistry(RegistryConfig.from(config));
    }

    /**
     * The head of an event; empty if it is to be read as a whole, because it begins otherwise, or is the first of its schema: so whoever reads
     * the rest of another one later has the schema at hand.
     *
     * @throws UndecodableException if the bytes are no event, or the registry does not know their schema
     * @throws RegistryUnavailableException if no registry answered
     */
    public Optional<Head> read(String topic, byte[] bytes) {
        if (!WireFormat.hasHeader(bytes)) {
            throw new UndecodableException(
                    "%d bytes on %s that do not begin with a zero byte and a schema id".formatted(bytes.length, topic));
        }
        int id = WireFormat.schemaId(bytes);
        Optional<List<String>> types = typesById.get(id);
        if (types == null) {
            typesById.put(id, typesOf(id, topic));
            return Optional.empty();
        }
        return types.map(names -> read(topic, bytes, names));
    }

    private Head read(String topic, byte[] bytes, List<String> types) {
        BinaryDecoder in = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES, REUSED.get());
        REUSED.set(in);
        try {
            in.skipString();
            long sequence = in.readLong();
            in.readLong();
            String commandId = nullable(in);
            String playerId = nullable(in);
            return new Head(sequence, commandId, playerId, in.readInt(), types.get(in.readIndex()));
        } catch (IOException | RuntimeException e) {
            throw new UndecodableException(
                    "The bytes on %s are no %s: %s".formatted(topic, readerSchema.getName(), e), e);
        }
    }

    private static String nullable(BinaryDecoder in) throws IOException {
        return in.readIndex() == 0 ? null : in.readString();
    }

    private Optional<List<String>> typesOf(int id, String topic) {
        Schema writerSchema = registry.schemaOf(id)
                .orElseThrow(() -> new UndecodableException(
                        "A record on %s names the schema id %d, which the registry does not know"
                                .formatted(topic, id)));
        List<Schema.Field> written =
                writerSchema.getType() == Schema.Type.RECORD ? writerSchema.getFields() : List.of();
        List<Schema.Field> expected = readerSchema.getFields();
        int payload = readerSchema.getField(PAYLOAD).pos();
        boolean alike = writerSchema.getFullName().equals(readerSchema.getFullName()) && written.size() > payload;
        for (int i = 0; alike && i < payload; i++) {
            alike = written.get(i).name().equals(expected.get(i).name())
                    && bare(written.get(i).schema()).equals(bare(expected.get(i).schema()));
        }
        if (!alike
                || !written.get(payload).name().equals(PAYLOAD)
                || !written.get(payload).schema().isUnion()) {
            return Optional.empty();
        }
        return Optional.of(written.get(payload).schema().getTypes().stream()
                .map(Schema::getName)
                .toList());
    }

    /** What a value looks like in bytes: its types, without the properties that say what it means. */
    private static List<Schema.Type> bare(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream().map(Schema::getType).toList()
                : List.of(schema.getType());
    }
}
