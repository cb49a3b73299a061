package dungeon.schemas.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;

/** The schemas that others are made of, in the form of OpenAPI 3.1, which is that of JSON Schema. */
public final class Types {
    /** Where the document has its components. */
    public static final String COMPONENTS = "#/components/schemas/";

    private Types() {}

    public static Schema<Object> text() {
        return of("string");
    }

    public static Schema<Object> uuid() {
        return of("string", "uuid");
    }

    public static Schema<Object> integer() {
        return of("integer", "int32");
    }

    public static Schema<Object> number() {
        return of("integer", "int64");
    }

    public static Schema<Object> truth() {
        return of("boolean");
    }

    /** A moment, in UTC. */
    public static Schema<Object> moment() {
        return of("string", "date-time");
    }

    /** In Base64. */
    public static Schema<Object> bytes() {
        return of("string", "byte");
    }

    /** One of some names. */
    public static Schema<Object> names(List<String> names) {
        Schema<Object> schema = text();
        schema.setEnum(List.copyOf(names));
        return schema;
    }

    public static Schema<Object> list(Schema<?> elements) {
        Schema<Object> schema = of("array");
        schema.setItems(elements);
        return schema;
    }

    /** Two numbers, such as the columns and rows of a tile. */
    public static Schema<Object> pair() {
        Schema<Object> schema = list(integer());
        schema.setMinItems(2);
        schema.setMaxItems(2);
        return schema;
    }

    public static Schema<Object> object() {
        return of("object");
    }

    /** Either one of something, or a list of it. */
    public static Schema<Object> oneOrMore(String component) {
        Schema<Object> schema = new JsonSchema();
        schema.addOneOfItem(reference(component));
        schema.addOneOfItem(list(reference(component)));
        return schema;
    }

    /** A reference to a component of the document. */
    public static Schema<Object> reference(String component) {
        Schema<Object> schema = new JsonSchema();
        schema.set$ref(COMPONENTS + component);
        return schema;
    }

    private static Schema<Object> of(String type) {
        Schema<Object> schema = new JsonSchema();
        schema.setTypes(Set.of(type));
        return schema;
    }

    private static Schema<Object> of(String type, String format) {
        Schema<Object> schema = of(type);
        schema.setFormat(format);
        return schema;
    }
}
