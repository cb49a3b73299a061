package dungeon.verification.audit;

import dungeon.schemas.Event;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/** Every field of an event, and how each can be changed a little: the paths are those of the Avro schema. */
final class FieldMutations {
    /** Records that can stand where there was none. */
    private static final Set<String> FILLED = Set.of("Score", "Tile", "ResourceUnits", "DepositChange");

    private static final String ID = UUID.nameUUIDFromBytes(new byte[0]).toString();

    private final Random random;
    private final Map<String, Consumer<Event>> byPath = new TreeMap<>();

    private FieldMutations(Random random) {
        this.random = random;
    }

    /** The mutations that an event has places for; each changes the event that it is given, a copy of the same one. */
    static Map<String, Consumer<Event>> of(Event event, Random random) {
        FieldMutations mutations = new FieldMutations(random);
        String kind = event.getPayload().getClass().getSimpleName();
        for (Schema.Field field : event.getSchema().getFields()) {
            if (!field.name().equals("payload") && !field.name().equals("gameId")) {
                int at = field.pos();
                mutations.value(kind + " envelope." + field.name(), field.schema(), event.get(at), copy -> copy, at);
            }
        }
        mutations.record(kind, (IndexedRecord) event.getPayload(), copy -> (IndexedRecord) copy.getPayload());
        return mutations.byPath;
    }

    /** From the copied event to the record that holds the field. */
    private interface Holder {
        IndexedRecord in(Event copy);
    }

    private void record(String path, IndexedRecord record, Holder holder) {
        for (Schema.Field field : record.getSchema().getFields()) {
            value(path + "." + field.name(), field.schema(), record.get(field.pos()), holder, field.pos());
        }
    }

    private void value(String path, Schema schema, Object value, Holder holder, int at) {
        if (schema.getType() == Schema.Type.UNION) {
            Schema inner = schema.getTypes().get(1);
            if (value == null) {
                Object some = some(inner);
                if (some != null) {
                    byPath.put(path + " := some", copy -> holder.in(copy).put(at, some));
                }
            } else {
                byPath.put(path + " := null", copy -> holder.in(copy).put(at, null));
                value(path, inner, value, holder, at);
            }
        } else if (value instanceof IndexedRecord record) {
            record(path, record, copy -> (IndexedRecord) holder.in(copy).get(at));
        } else if (value instanceof List<?> list) {
            list(path, schema.getElementType(), list, holder, at);
        } else {
            Object changed = changed(schema, value);
            byPath.put(path, copy -> holder.in(copy).put(at, changed));
        }
    }

    @SuppressWarnings("unchecked")
    private void list(String path, Schema element, List<?> list, Holder holder, int at) {
        Object one = list.isEmpty() ? some(element) : list.get(0);
        if (one != null) {
            byPath.put(path + " more", copy -> {
                List<Object> longer =
                        new ArrayList<>((List<Object>) holder.in(copy).get(at));
                longer.add(one);
                holder.in(copy).put(at, longer);
            });
        }
        if (list.isEmpty()) {
            return;
        }
        int index = random.nextInt(list.size());
        byPath.put(path + " less", copy -> {
            List<Object> shorter =
                    new ArrayList<>((List<Object>) holder.in(copy).get(at));
            shorter.remove(index);
            holder.in(copy).put(at, shorter);
        });
        Object value = list.get(index);
        if (value instanceof IndexedRecord record) {
            record(path + "[]", record, copy ->
                    (IndexedRecord) ((List<Object>) holder.in(copy).get(at)).get(index));
        } else {
            Object changed = changed(element, value);
            byPath.put(path + "[]", copy -> {
                List<Object> other =
                        new ArrayList<>((List<Object>) holder.in(copy).get(at));
                other.set(index, changed);
                holder.in(copy).put(at, other);
            });
        }
    }

    private Object some(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> ID;
            case INT -> 1;
            case LONG -> schema.getLogicalType() == null ? (Object) 1L : Instant.EPOCH;
            case ARRAY -> List.of();
            case ENUM -> constant(schema, 1);
            case RECORD -> FILLED.contains(schema.getName()) ? filled(schema) : null;
            default -> null;
        };
    }

    private Object filled(Schema schema) {
        IndexedRecord record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), some(field.schema()));
        }
        return record;
    }

    private Object changed(Schema schema, Object value) {
        if (value instanceof Integer number) {
            return number + (random.nextBoolean() ? 1 : -1);
        }
        if (value instanceof Long number) {
            return number + (random.nextBoolean() ? 1 : -1);
        }
        if (value instanceof Instant time) {
            return time.plusMillis(random.nextBoolean() ? 1 : -1);
        }
        if (value instanceof Boolean is) {
            return !is;
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] other = new byte[bytes.remaining()];
            bytes.duplicate().get(other);
            int index = random.nextInt(other.length);
            other[index] = (byte) (3 - other[index]);
            return ByteBuffer.wrap(other);
        }
        if (value instanceof Enum<?>) {
            int now = schema.getEnumOrdinal(value.toString());
            return constant(
                    schema,
                    (now + 1 + random.nextInt(schema.getEnumSymbols().size() - 1))
                            % schema.getEnumSymbols().size());
        }
        String text = value.toString();
        return text.length() == ID.length() ? ID : text.length() == 64 ? "00" + text.substring(2) : text + "x";
    }

    private static Object constant(Schema schema, int index) {
        return SpecificData.get().createEnum(schema.getEnumSymbols().get(index), schema);
    }
}
