package dungeon.schemas.openapi;

import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.topics.FieldBounds;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;

/**
 * JSON schemas of the records of the wire, as {@code JsonWriter} writes them, with the docs of the Avro schemas. Required is what has no
 * default and cannot be null, so the same schema holds for what is sent and for what is answered. UNKNOWN is no value of an enum: it is
 * what readers make of values that they do not know.
 */
public final class WireSchemas {
    private static final String PAYLOAD = "payload";
    private static final String TYPE = "type";
    static final String MAP_TYPE = "MapType";

    /** Written as pairs of numbers inside a map type. */
    static final Set<String> PAIRS = Set.of("Tile", "UnitRange", "Ring");

    private final Map<String, Schema<?>> components = new TreeMap<>();

    /** All that was asked for, with what that contains, by name. */
    public Map<String, Schema<?>> components() {
        return Collections.unmodifiableMap(components);
    }

    /** A reference to a record, which becomes a component. */
    public Schema<Object> record(org.apache.avro.Schema record) {
        return record(record, false);
    }

    /** The fields of a record, to be put beside others. */
    public Schema<Object> fields(org.apache.avro.Schema record) {
        Schema<Object> schema = Types.object();
        schema.setDescription(record.getDoc());
        addFields(schema, record, false);
        return schema;
    }

    /** A reference to an envelope whose payload's fields stand beside its own, with the payload's name as type. */
    public Schema<Object> flat(org.apache.avro.Schema envelope) {
        Map<String, Schema<Object>> kinds = new TreeMap<>();
        for (org.apache.avro.Schema payload :
                envelope.getField(PAYLOAD).schema().getTypes()) {
            Schema<Object> kind = flatFields(envelope, payload);
            kind.setExamples(List.of(Examples.flat(envelope, payload)));
            kinds.put(payload.getName(), kind);
        }
        return oneOf(envelope.getName(), envelope.getDoc(), kinds);
    }

    /** The fields of an envelope and of one of its payloads, to be put beside others. */
    public Schema<Object> flatFields(org.apache.avro.Schema envelope, org.apache.avro.Schema payload) {
        Schema<Object> kind = Types.object();
        kind.setDescription(payload.getDoc());
        addFields(kind, envelope, false);
        addFields(kind, payload, false);
        return kind;
    }

    /**
     * A reference to a schema of which there are several kinds, told apart by their type. Each becomes a component, named by its type and
     * the whole.
     *
     * @param kinds by their types; the field for it is added
     */
    public Schema<Object> oneOf(String name, String description, Map<String, Schema<Object>> kinds) {
        Schema<Object> whole = new JsonSchema();
        whole.setDescription(description);
        Discriminator discriminator = new Discriminator().propertyName(TYPE);
        kinds.forEach((type, kind) -> {
            kind.addProperty(TYPE, Types.names(List.of(type)));
            kind.addRequiredItem(TYPE);
            String component = type + name;
            components.put(component, kind);
            whole.addOneOfItem(Types.reference(component));
            discriminator.mapping(type, Types.COMPONENTS + component);
        });
        whole.setDiscriminator(discriminator);
        components.put(name, whole);
        return Types.reference(name);
    }

    /** A reference to what a service answers that refuses a request: {@code application/problem+json}. */
    public Schema<Object> problem() {
        Schema<Object> fault = Types.object();
        fault.addProperty("pointer", described(Types.text(), "JSON pointer"));
        fault.addProperty("problem", Types.text());
        Schema<Object> problem = Types.object();
        problem.setDescription("Why a request was refused, or could not be answered");
        problem.addProperty("type", described(Types.text(), "Always about:blank; see `code`"));
        problem.addProperty("title", described(Types.text(), "The status in words"));
        problem.addProperty("status", described(Types.integer(), "The HTTP status"));
        problem.addProperty("detail", described(Types.text(), "What is wrong, where, and what to do, for people"));
        problem.addProperty("instance", Types.text());
        problem.addProperty("code", described(Types.text(), codes()));
        problem.addProperty("faults", described(Types.list(fault), "The places at fault, a hundred at most"));
        problem.addProperty(
                "faultCount", described(Types.integer(), "How many faults there are, if these are not all"));
        problem.addProperty("commandId", described(Types.uuid(), "The command that it is about"));
        problem.addProperty("playerName", described(Types.text(), "The name to send again, with the commandId"));
        problem.addProperty("gameId", described(Types.uuid(), "The game that it is about"));
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        components.put("Problem", problem);
        return Types.reference("Problem");
    }

    private static String codes() {
        return Arrays.stream(ProblemCode.values())
                .map(ProblemCode::code)
                .distinct()
                .collect(Collectors.joining(
                        ", ",
                        "What is wrong, for programs; stable. A rejected command has the code of its rejection; besides there are ",
                        ", and what else an HTTP status says"));
    }

    private static Schema<Object> described(Schema<Object> schema, String description) {
        schema.setDescription(description);
        return schema;
    }

    private Schema<Object> record(org.apache.avro.Schema record, boolean inMapType) {
        String name = record.getName();
        if (inMapType && PAIRS.contains(name)) {
            Schema<Object> pair = Types.pair();
            pair.setDescription(record.getDoc());
            return pair;
        }
        if (!components.containsKey(name)) {
            Schema<Object> schema = Types.object();
            schema.setDescription(record.getDoc());
            // Before its fields, because an area can have areas.
            components.put(name, schema);
            addFields(schema, record, inMapType || name.equals(MAP_TYPE));
        }
        return Types.reference(name);
    }

    private void addFields(Schema<Object> to, org.apache.avro.Schema record, boolean inMapType) {
        for (org.apache.avro.Schema.Field field : record.getFields()) {
            if (field.name().equals(PAYLOAD)) {
                continue;
            }
            Schema<Object> schema = value(field.schema(), inMapType);
            FieldBounds bounds = FieldBounds.of(record.getFullName(), field.name());
            if (bounds != null) {
                schema.setMinimum(BigDecimal.valueOf(bounds.minimum()));
                schema.setMaximum(BigDecimal.valueOf(bounds.maximum()));
            }
            if (schema.get$ref() == null) {
                schema.setDescription(field.doc());
            }
            to.addProperty(field.name(), schema);
            if (!field.hasDefaultValue() && !field.schema().isNullable()) {
                to.addRequiredItem(field.name());
            }
        }
    }

    private Schema<Object> value(org.apache.avro.Schema schema, boolean inMapType) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, inMapType);
            case ENUM -> names(schema);
            case ARRAY -> Types.list(value(schema.getElementType(), inMapType));
            case UNION ->
                value(
                        schema.getTypes().stream()
                                .filter(type -> type.getType() != org.apache.avro.Schema.Type.NULL)
                                .findFirst()
                                .orElseThrow(),
                        inMapType);
            case STRING -> Types.text();
            case BOOLEAN -> Types.truth();
            case INT -> Types.integer();
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? Types.moment() : Types.number();
            case BYTES -> Types.bytes();
            default -> throw new IllegalArgumentException("No JSON form for " + schema);
        };
    }

    private Schema<Object> names(org.apache.avro.Schema schema) {
        if (!components.containsKey(schema.getName())) {
            Schema<Object> names = Types.names(schema.getEnumSymbols().stream()
                    .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
                    .toList());
            names.setDescription(schema.getDoc());
            components.put(schema.getName(), names);
        }
        return Types.reference(schema.getName());
    }
}
