package dungeon.connect;

import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/**
 * An event as the converter gives it: the envelope's fields, and under {@code payload} a struct with a field for each type of event, of
 * which one has a value.
 */
final class EventEnvelope {
    private static final String PAYLOAD = "payload";
    private static final String SEQUENCE = "sequence";

    private final Struct fields;
    private final Field payload;

    private EventEnvelope(Struct fields, Field payload) {
        this.fields = fields;
        this.payload = payload;
    }

    /** Whether a record is an event. */
    static boolean isIn(ConnectRecord<?> record) {
        return record.value() instanceof Struct struct
                && struct.schema().field(PAYLOAD) != null
                && struct.schema().field(PAYLOAD).schema().type() == Schema.Type.STRUCT
                && struct.schema().field(SEQUENCE) != null;
    }

    /**
     * That of a record.
     *
     * @throws DataException if it is none
     */
    static EventEnvelope of(ConnectRecord<?> record) {
        if (!isIn(record)) {
            throw new DataException(
                    "A record on %s is no event; give the connector topics of events only, and the converter %s"
                            .formatted(record.topic(), ConfluentAvroConverter.class.getName()));
        }
        Struct fields = (Struct) record.value();
        Struct branches = fields.getStruct(PAYLOAD);
        for (Field branch : branches.schema().fields()) {
            if (branches.get(branch) != null) {
                return new EventEnvelope(fields, branch);
            }
        }
        throw new DataException("An event on %s has no payload".formatted(record.topic()));
    }

    /** Such as RobotMoved. */
    String type() {
        return payload.name();
    }

    /** What happened. */
    Struct payload() {
        return fields.getStruct(PAYLOAD).getStruct(payload.name());
    }

    /** 1, 2, 3, ... for each aggregate; 0 for the rejection of a command to one that does not exist. */
    long sequence() {
        return fields.getInt64(SEQUENCE);
    }

    /**
     * A field of the envelope.
     *
     * @throws DataException if there is none of that name
     */
    Object get(String name) {
        if (fields.schema().field(name) == null) {
            throw new DataException(
                    "An event (%s) has no field %s".formatted(fields.schema().name(), name));
        }
        return fields.get(name);
    }
}
