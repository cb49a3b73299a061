package dungeon.connect;

import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.RegistryRejectedException;
import dungeon.schemas.serde.RegistryUnavailableException;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.serde.WholeRecord;
import dungeon.schemas.serde.WireFormat;
import io.apicurio.registry.serde.avro.NonRecordContainer;
import io.apicurio.registry.utils.converter.avro.AvroData;
import io.apicurio.registry.utils.converter.avro.AvroDataConfig;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in the Confluent wire format (a zero byte, the schema's id in four bytes, Avro) to Kafka Connect's data and back. A record is read with
 * the schema that wrote it, so what a newer service writes comes through whole. The settings are those of Confluent's own
 * converter; schemas are found and registered under Confluent's subject names ({@code topic-key}, {@code topic-value}).
 *
 * <p>Used by one task's thread at a time, as Kafka Connect promises.
 */
public final class ConfluentAvroConverter implements Converter, Versioned {
    /** The file that names what is left out; see {@link PassedOver}. */
    public static final String PASSED_OVER_FILE = "passed.over.file";

    private static final ConfigDef DEFINITION = RegistryConfig.definition()
            .define(
                    PASSED_OVER_FILE,
                    ConfigDef.Type.STRING,
                    "",
                    ConfigDef.Importance.LOW,
                    "A file with the SHA-256 of each record that cannot be read and is left out, one on a line.");

    private static final Logger LOG = LoggerFactory.getLogger(ConfluentAvroConverter.class);

    /** A topic has a handful of schemas; whoever may write there can name more of them, and these are read anew. */
    private static final int SCHEMAS_MAXIMUM = 100;

    private record Reader(org.apache.avro.Schema schema, GenericDatumReader<Object> records) {}

    private final Map<Integer, Reader> readers = new LinkedHashMap<>();
    private final AvroData avroData = new AvroData(
            new AvroDataConfig(Map.of(AvroDataConfig.SCHEMAS_CACHE_SIZE_CONFIG, String.valueOf(SCHEMAS_MAXIMUM))));
    private SchemaRegistry registry;
    private String subjectSuffix;
    private PassedOver passedOver = new PassedOver("");

    @Override
    public String version() {
        return PluginVersion.VERSION;
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef(DEFINITION);
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.apache.kafka.common.config.ConfigException if the registry's address is missing or a value cannot be understood
     */
    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        registry = new SchemaRegistry(RegistryConfig.from(settings));
        passedOver = new PassedOver(new AbstractConfig(DEFINITION, settings, false).getString(PASSED_OVER_FILE));
        subjectSuffix = isKey ? "-key" : "-value";
    }

    /**
     * {@inheritDoc}
     *
     * @throws DataException if the bytes are not in the format, or the registry does not know their schema, and nobody has decided to leave them out
     * @throws RetriableException if no registry answers
     */
    @Override
    public SchemaAndValue toConnectData(String topic, byte[] bytes) {
        if (bytes == null) {
            return SchemaAndValue.NULL;
        }
        try {
            return read(topic, bytes);
        } catch (DataException e) {
            if (passedOver.has(bytes)) {
                LOG.warn("A record on {} is left out, as somebody decided: {}", topic, e.getMessage());
                return PassedOver.RECORD;
            }
            // Not as the cause, because the innermost cause is what the terminal shows.
            DataException stop =
                    new DataException("%s %s".formatted(sentence(e.getMessage()), passedOver.advice(bytes)));
            stop.addSuppressed(e);
            throw stop;
        }
    }

    private static String sentence(String text) {
        return text.endsWith("?") ? text : text + ".";
    }

    private SchemaAndValue read(String topic, byte[] bytes) {
        if (!WireFormat.hasHeader(bytes)) {
            throw new DataException(
                    "%d bytes on %s do not begin with a zero byte and a schema id; is this a topic of Avro records?"
                            .formatted(bytes.length, topic));
        }
        int id = WireFormat.schemaId(bytes);
        Reader reader = readerOf(id, topic);
        try {
            Object value = WholeRecord.read(
                    reader.records(),
                    bytes,
                    WireFormat.HEADER_BYTES,
                    () -> "record of schema id %d on %s".formatted(id, topic));
            return avroData.toConnectData(reader.schema(), value);
        } catch (UndecodableException e) {
            throw new DataException(e.getMessage(), e);
        }
    }

    private Reader readerOf(int id, String topic) {
        Reader known = readers.get(id);
        if (known != null) {
            return known;
        }
        org.apache.avro.Schema schema = ask(() -> registry.schemaOf(id))
                .orElseThrow(() ->
                        new DataException("A record on %s names the schema id %d, which the registry does not know"
                                .formatted(topic, id)));
        if (readers.size() >= SCHEMAS_MAXIMUM) {
            readers.remove(readers.keySet().iterator().next());
        }
        Reader reader = new Reader(schema, new GenericDatumReader<>(schema));
        readers.put(id, reader);
        return reader;
    }

    /**
     * {@inheritDoc}
     *
     * @throws DataException if the value has no schema, or none that Avro knows
     * @throws RetriableException if no registry answers
     * @throws ConnectException if the registry refuses the schema
     */
    @Override
    public byte[] fromConnectData(String topic, Schema schema, Object value) {
        if (schema == null && value == null) {
            return null;
        }
        if (schema == null) {
            throw new DataException("A value for %s has no schema, and Avro needs one".formatted(topic));
        }
        org.apache.avro.Schema avroSchema = avroData.fromConnectSchema(schema);
        int id = ask(() -> registry.idOf(topic + subjectSuffix, avroSchema));
        try {
            Object avro = avroData.fromConnectData(schema, value);
            return WireFormat.bytes(
                    id,
                    new GenericDatumWriter<>(avroSchema),
                    avro instanceof NonRecordContainer<?> container ? container.getValue() : avro);
        } catch (IOException | AvroRuntimeException | ClassCastException e) {
            throw new DataException("A value for %s cannot be written as Avro: %s".formatted(topic, e), e);
        }
    }

    /** In the exceptions by which Kafka Connect tells what is to be tried again from what is not. */
    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RegistryUnavailableException e) {
            throw new RetriableException(e.getMessage(), e);
        } catch (RegistryRejectedException e) {
            throw new ConnectException(e.getMessage(), e);
        } catch (UndecodableException e) {
            throw new DataException(e.getMessage(), e);
        }
    }
}
