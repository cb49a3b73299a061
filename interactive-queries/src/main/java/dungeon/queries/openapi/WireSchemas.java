package dungeon.queries.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;

/** JSON schemas of the records of the wire, as {@code JsonWriter} writes them, with the docs of the Avro schemas. */
final class WireSchemas {
    private static final String PAYLOAD = "payload";
    private static final String TYPE = "type";
    private static final String MAP_TYPE = "MapType";

    /** Written as pairs of numbers inside a map type. */
    private static final Set<String> PAIRS = Set.of("Tile", "UnitRange", "Ring");

    private final Map<String, Schema<?>> components = new TreeMap<>();

    /** All records that were asked for, with those that they contain, by name. */
    Map<String, Schema<?>> components() {
        return Collections.unmodifiableMap(components);
    }

    /** A reference to a record. */
    Schema<?> record(org.apache.avro.Schema record) {
        return record(record, false);
    }

    /** A reference to an envelope whose payload's fields stand beside its own, with the payload's name as type. */
    Schema<?> flat(org.apache.avro.Schema envelope) {
        String name = envelope.getName();
        if (!components.containsKey(name)) {
            ComposedSchema any = new ComposedSchema();
            any.setDescription(envelope.getDoc());
            Discriminator discriminator = new Discriminator().propertyName(TYPE);
            for (org.apache.avro.Schema payload :
                    envelope.getField(PAYLOAD).schema().getTypes()) {
                String component = payload.getName() + name;
                components.put(component, flat(envelope, payload));
                any.addOneOfItem(reference(component));
                discriminator.mapping(payload.getName(), "#/components/schemas/" + component);
            }
            any.setDiscriminator(discriminator);
            components.put(name, any);
        }
        return reference(name);
    }

    private Schema<?> flat(org.apache.avro.Schema envelope, org.apache.avro.Schema payload) {
        Schema<?> schema = new ObjectSchema().description(payload.getDoc());
        schema.addProperty(TYPE, new StringSchema().addEnumItem(payload.getName()));
        schema.addRequiredItem(TYPE);
        addFields(schema, envelope, false);
        addFields(schema, payload, false);
        return schema;
    }

    private Schema<?> record(org.apache.avro.Schema record, boolean inMapType) {
        String name = record.getName();
        if (inMapType && PAIRS.contains(name)) {
            return new ArraySchema()
                    .items(new IntegerSchema())
                    .minItems(2)
                    .maxItems(2)
                    .description(record.getDoc());
        }
        if (!components.containsKey(name)) {
            Schema<?> schema = new ObjectSchema().description(record.getDoc());
            components.put(name, schema);
            addFields(schema, record, inMapType || name.equals(MAP_TYPE));
        }
        return reference(name);
    }

    private void addFields(Schema<?> to, org.apache.avro.Schema record, boolean inMapType) {
        for (org.apache.avro.Schema.Field field : record.getFields()) {
            if (field.name().equals(PAYLOAD)) {
                continue;
            }
            Schema<?> schema = value(field.schema(), inMapType);
            if (schema.get$ref() == null) {
                schema.setDescription(field.doc());
            }
            to.addProperty(field.name(), schema);
            if (!field.schema().isNullable()) {
                to.addRequiredItem(field.name());
            }
        }
    }

    private Schema<?> value(org.apache.avro.Schema schema, boolean inMapType) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, inMapType);
            case ENUM -> names(schema.getEnumSymbols());
            case ARRAY -> new ArraySchema().items(value(schema.getElementType(), inMapType));
            case UNION ->
                value(
                        schema.getTypes().stream()
                                .filter(type -> type.getType() != org.apache.avro.Schema.Type.NULL)
                                .findFirst()
                                .orElseThrow(),
                        inMapType);
            case STRING -> new StringSchema();
            case BOOLEAN -> new BooleanSchema();
            case INT -> new IntegerSchema();
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? new DateTimeSchema()
                        : new IntegerSchema().format("int64");
            case BYTES -> new StringSchema().format("byte");
            default -> throw new IllegalArgumentException("No JSON form for " + schema);
        };
    }

    private static Schema<?> names(List<String> symbols) {
        StringSchema schema = new StringSchema();
        symbols.forEach(schema::addEnumItem);
        return schema;
    }

    private static Schema<?> reference(String component) {
        return new Schema<>().$ref("#/components/schemas/" + component);
    }
}
