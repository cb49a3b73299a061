package dungeon.connect;

import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Makes of an event one flat row: its aggregate's id and sequence, which are the key, the rest of the envelope, the type, and what happened as
 * JSON in the form that the REST and the streams have. Columns are named as SQL does ({@code game_id}).
 *
 * <p>Rejections of commands to aggregates that do not exist have no sequence, so that all of a game's would be one row. They go on under
 * another topic's name, and their key is where they stand in the log.
 *
 * <p>Players choose the ids of their commands and some other text. PostgreSQL takes no character zero, neither in text nor in JSON, and
 * would refuse such a row for ever; it is replaced by the replacement character U+FFFD.
 *
 * @param <R> the type of the records; only records of a sink have a place in the log
 */
public final class EventRow<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
    public static final String OVERVIEW_DOC = "Makes of an event of the dungeon a flat row with its payload as JSON.";
    public static final String ID_FIELD = "id.field";
    public static final String ID_IS_UUID = "id.is.uuid";
    public static final String EVENTS_TOPIC = "events.topic";
    public static final String REJECTIONS_TOPIC = "rejections.topic";

    public static final ConfigDef CONFIG_DEF = new ConfigDef()
            .define(
                    ID_FIELD,
                    ConfigDef.Type.STRING,
                    "gameId",
                    new NonEmptyString(),
                    Importance.HIGH,
                    "The field of the envelope with the id of what it is about.")
            .define(
                    ID_IS_UUID,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    Importance.HIGH,
                    "Whether these ids are UUIDs, and become such in SQL.")
            .define(
                    EVENTS_TOPIC,
                    ConfigDef.Type.STRING,
                    "events",
                    new NonEmptyString(),
                    Importance.HIGH,
                    "The topic's name under which rows go on; a sink names its table after it.")
            .define(
                    REJECTIONS_TOPIC,
                    ConfigDef.Type.STRING,
                    "rejections",
                    new NonEmptyString(),
                    Importance.HIGH,
                    "The same for rejections of commands to what does not exist.");

    /** What Debezium's sinks know these types of columns by. */
    private static final String UUID_TYPE = "io.debezium.data.Uuid";

    private static final String JSON_TYPE = "io.debezium.data.Json";
    private static final String TIME_TYPE = "io.debezium.time.ZonedTimestamp";

    private static final String SEQUENCE = "sequence";
    private static final String PARTITION = "kafka_partition";
    private static final String OFFSET = "kafka_offset";

    private static final Pattern VERSION = Pattern.compile("[.]v([1-9][0-9]{0,3})$");
    private static final int PARTITIONS_OF_A_VERSION = 10_000;

    private String idField;
    private String idColumn;
    private String eventsTopic;
    private String rejectionsTopic;
    private Schema eventKey;
    private Schema eventRow;
    private Schema rejectionKey;
    private Schema rejectionRow;

    @Override
    public String version() {
        return PluginVersion.VERSION;
    }

    @Override
    public ConfigDef config() {
        return CONFIG_DEF;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        AbstractConfig config = new AbstractConfig(CONFIG_DEF, settings, false);
        idField = config.getString(ID_FIELD);
        idColumn = idField.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        eventsTopic = config.getString(EVENTS_TOPIC);
        rejectionsTopic = config.getString(REJECTIONS_TOPIC);
        Schema id = config.getBoolean(ID_IS_UUID)
                ? SchemaBuilder.string().name(UUID_TYPE).build()
                : Schema.STRING_SCHEMA;
        eventKey = SchemaBuilder.struct()
                .field(idColumn, id)
                .field(SEQUENCE, Schema.INT64_SCHEMA)
                .build();
        eventRow = withTheRest(SchemaBuilder.struct().field(idColumn, id).field(SEQUENCE, Schema.INT64_SCHEMA));
        rejectionKey = SchemaBuilder.struct()
                .field(PARTITION, Schema.INT32_SCHEMA)
                .field(OFFSET, Schema.INT64_SCHEMA)
                .build();
        // Whoever sends a command to what does not exist may give it any id.
        rejectionRow = withTheRest(SchemaBuilder.struct()
                .field(PARTITION, Schema.INT32_SCHEMA)
                .field(OFFSET, Schema.INT64_SCHEMA)
                .field(idColumn, Schema.STRING_SCHEMA));
    }

    private static Schema withTheRest(SchemaBuilder row) {
        return row.field("time", SchemaBuilder.string().name(TIME_TYPE).build())
                .field("type", Schema.STRING_SCHEMA)
                .field("command_id", Schema.OPTIONAL_STRING_SCHEMA)
                .field("player_id", Schema.OPTIONAL_STRING_SCHEMA)
                .field("remaining", Schema.INT32_SCHEMA)
                .field("payload", SchemaBuilder.string().name(JSON_TYPE).build())
                .build();
    }

    /**
     * {@inheritDoc}
     *
     * @throws DataException if the record is no event
     */
    @Override
    public R apply(R record) {
        if (PassedOver.isIn(record.valueSchema())) {
            return null;
        }
        EventEnvelope event = EventEnvelope.of(record);
        return event.sequence() > 0 ? eventOf(record, event) : rejectionOf(record, event);
    }

    private R eventOf(R record, EventEnvelope event) {
        String id = PlainSqlText.of((String) event.get(idField));
        Struct key = new Struct(eventKey).put(idColumn, id).put(SEQUENCE, event.sequence());
        Struct row = new Struct(eventRow).put(idColumn, id).put(SEQUENCE, event.sequence());
        putTheRest(row, event);
        return record.newRecord(eventsTopic, record.kafkaPartition(), eventKey, key, eventRow, row, record.timestamp());
    }

    private R rejectionOf(R record, EventEnvelope event) {
        if (!(record instanceof SinkRecord sink)) {
            throw new DataException("Only a sink's records have a place in the log, which a rejection is known by");
        }
        Struct key = new Struct(rejectionKey);
        Struct row = new Struct(rejectionRow);
        for (Struct both : new Struct[] {key, row}) {
            both.put(PARTITION, placeOf(sink)).put(OFFSET, sink.originalKafkaOffset());
        }
        row.put(idColumn, PlainSqlText.of((String) event.get(idField)));
        putTheRest(row, event);
        return record.newRecord(
                rejectionsTopic, record.kafkaPartition(), rejectionKey, key, rejectionRow, row, record.timestamp());
    }

    /** The number of the partition; of topics of later versions with the version before it, or two rejections would have one place. */
    private static int placeOf(SinkRecord sink) {
        Matcher version = VERSION.matcher(sink.originalTopic());
        int earlier = version.find() ? Integer.parseInt(version.group(1)) - 1 : 0;
        return earlier * PARTITIONS_OF_A_VERSION + sink.originalKafkaPartition();
    }

    private static void putTheRest(Struct row, EventEnvelope event) {
        row.put("time", ((Date) event.get("time")).toInstant().toString())
                .put("type", event.type())
                .put("command_id", PlainSqlText.of((String) event.get("commandId")))
                .put("player_id", PlainSqlText.of((String) event.get("playerId")))
                .put("remaining", event.get("remaining"))
                .put("payload", StructJson.write(event.payload()).toString());
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
