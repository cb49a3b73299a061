package dungeon.schemas.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Records with made-up values, the same ones at each call. The values have the right types and no further sense. */
public final class SampleRecords {
    private static final long FIRST_TIME_MS = 1_767_225_600_000L;

    private final boolean full;
    private final int branch;
    private int values;

    private SampleRecords(boolean full, int branch) {
        this.full = full;
        this.branch = branch;
    }

    /** For each payload that the record can carry two samples: one with all that is optional, and one without. */
    public static List<GenericRecord> of(Schema schema) {
        Schema.Field payload = schema.getField("payload");
        int branches = payload == null ? 1 : payload.schema().getTypes().size();
        List<GenericRecord> samples = new ArrayList<>();
        for (int branch = 0; branch < branches; branch++) {
            samples.add(new SampleRecords(true, branch).record(schema));
            samples.add(new SampleRecords(false, branch).record(schema));
        }
        return samples;
    }

    private GenericRecord record(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema(), field.name())));
        return record;
    }

    private Object value(Schema schema, String name) {
        int n = ++values;
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ARRAY ->
                full ? List.of(value(schema.getElementType(), name), value(schema.getElementType(), name)) : List.of();
            case UNION -> union(schema, name);
            case ENUM -> symbol(schema);
            case STRING -> name + "-" + n;
            case BOOLEAN -> full;
            case INT -> full ? n : -n;
            case LONG ->
                schema.getLogicalType() != null ? (Object) (FIRST_TIME_MS + n) : (Object) (n * 10_000_000_000L);
            case BYTES -> ByteBuffer.wrap((name + n).getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("Add a sample value for " + schema.getType());
        };
    }

    private Object union(Schema schema, String name) {
        List<Schema> branches = schema.getTypes();
        if (branches.get(0).getType() != Schema.Type.NULL) {
            return value(branches.get(branch), name);
        }
        return full ? value(branches.get(1), name) : null;
    }

    private Object symbol(Schema schema) {
        List<String> symbols = schema.getEnumSymbols();
        return new GenericData.EnumSymbol(schema, symbols.get(full ? symbols.size() - 1 : 1));
    }
}
