package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.json.JsonFaults;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a JSON object, none of them required; collects what is wrong with them. */
public final class Fields {
    private final JsonNode json;
    private final Set<String> known = new HashSet<>();
    private final JsonFaults faults = new JsonFaults();

    /**
     * @param json null for an object without fields
     * @throws dungeon.ingest.problems.Problem MALFORMED if it is no object
     */
    public Fields(JsonNode json) {
        if (json != null && !json.isObject()) {
            throw Problems.malformed("", "must be an object");
        }
        this.json = json;
    }

    /** A text; empty if there is none. */
    public Optional<String> text(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isTextual()) {
            fault("/" + name, "must be a string");
            return Optional.empty();
        }
        return value.map(JsonNode::textValue);
    }

    /** A whole number in some bounds. */
    public long number(String name, long minimum, long maximum, long otherwise) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        JsonNode number = value.get();
        if (!number.canConvertToExactIntegral()
                || !number.canConvertToLong()
                || number.longValue() < minimum
                || number.longValue() > maximum) {
            fault("/" + name, "must be a whole number from %d to %d".formatted(minimum, maximum));
            return otherwise;
        }
        return number.longValue();
    }

    /** Whether it is said that something is so. */
    public boolean flag(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            fault("/" + name, "must be true or false");
        }
        return value.map(JsonNode::booleanValue).orElse(false);
    }

    /** A UUID in lower case; empty if there is none. */
    public Optional<String> id(String name) {
        Optional<String> id = text(name);
        if (id.isPresent() && !Ids.isCanonical(id.get())) {
            fault("/" + name, "must be a UUID in lower case");
        }
        return id;
    }

    /**
     * The value of a record's enum that a text names.
     *
     * @param otherwise if there is none
     */
    public <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        // The first is UNKNOWN, which is what readers make of values that they do not know.
        E[] known = Arrays.copyOfRange(type.getEnumConstants(), 1, type.getEnumConstants().length);
        for (E each : known) {
            if (each.name().equals(text.get())) {
                return each;
            }
        }
        fault("/" + name, "must be one of " + Arrays.toString(known));
        return otherwise;
    }

    /** Adds what is wrong. */
    public void fault(String pointer, String problem) {
        faults.add(pointer, problem);
    }

    /**
     * Passes if nothing is wrong.
     *
     * @throws dungeon.ingest.problems.Problem MALFORMED with all faults, if there are any, unknown fields among them
     */
    public void requireFaultless() {
        if (json != null) {
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                if (!known.contains(field.getKey())) {
                    fault(
                            "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                            "is not known here; the fields are "
                                    + known.stream().sorted().toList());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw Problems.malformed(faults);
        }
    }

    private Optional<JsonNode> value(String name) {
        known.add(name);
        return json == null
                ? Optional.empty()
                : Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }
}
