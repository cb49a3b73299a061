package dungeon.connect;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Makes of a value of a state topic a row: its key, its game and sequence, and the state as JSON. The row goes on under the name of the thing that the topic
 * is about ({@code db.bank-account.ecst.v1} becomes {@code bank_account}), after which a sink names its table. A tombstone stays one.
 *
 * @param <R> the type of the records
 */
public final class StateRow<R extends ConnectRecord<R>> implements Transformation<R>, Versioned {
    public static final String OVERVIEW_DOC =
            "Makes of a value of a state topic of the dungeon a flat row with the state as JSON.";

    private static final Pattern TOPIC = Pattern.compile("db\\.([a-z-]+)\\.ecst\\.v\\d+");
    private static final String KEY = "key";
    private static final String GAME_ID = "gameId";
    private static final String SEQUENCE = "sequence";
    /** What Debezium's sinks know these types of columns by. */
    private static final String UUID_TYPE = "io.debezium.data.Uuid";

    private static final String JSON_TYPE = "io.debezium.data.Json";

    private static final Schema KEY_SCHEMA =
            SchemaBuilder.struct().field(KEY, Schema.STRING_SCHEMA).build();
    private static final Schema ROW_SCHEMA = SchemaBuilder.struct()
            .field(KEY, Schema.STRING_SCHEMA)
            .field("game_id", SchemaBuilder.string().name(UUID_TYPE).build())
            .field(SEQUENCE, Schema.INT64_SCHEMA)
            .field("state", SchemaBuilder.string().name(JSON_TYPE).build())
            .build();

    @Override
    public String version() {
        return PluginVersion.VERSION;
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef();
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // There is nothing to choose.
    }

    /**
     * {@inheritDoc}
     *
     * @throws DataException if the record is of no state topic
     */
    @Override
    public R apply(R record) {
        if (PassedOver.isIn(record.valueSchema())) {
            return null;
        }
        Matcher topic = TOPIC.matcher(record.topic());
        if (!topic.matches() || !(record.key() instanceof String key)) {
            throw new DataException(
                    "A record on %s is no state of a game; give the connector topics such as db.robot.ecst.v1 only, and keys as strings"
                            .formatted(record.topic()));
        }
        String table = topic.group(1).replace('-', '_');
        Struct rowKey = new Struct(KEY_SCHEMA).put(KEY, key);
        if (record.value() == null) {
            return record.newRecord(table, record.kafkaPartition(), KEY_SCHEMA, rowKey, null, null, record.timestamp());
        }
        if (!(record.value() instanceof Struct state)
                || state.schema().field(GAME_ID) == null
                || state.schema().field(SEQUENCE) == null) {
            throw new DataException("A value on %s has no game and sequence; give the connector the converter %s"
                    .formatted(record.topic(), ConfluentAvroConverter.class.getName()));
        }
        Struct row = new Struct(ROW_SCHEMA)
                .put(KEY, key)
                .put("game_id", state.getString(GAME_ID))
                .put(SEQUENCE, state.getInt64(SEQUENCE))
                .put("state", StructJson.write(state).toString());
        return record.newRecord(
                table, record.kafkaPartition(), KEY_SCHEMA, rowKey, ROW_SCHEMA, row, record.timestamp());
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
