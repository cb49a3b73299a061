package dungeon.queries.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Set;

/** The schemas of the REST interface's description, for AsyncAPI. */
final class JsonSchemas {
    private JsonSchemas() {}

    /** A schema as it stands in the document. */
    static ObjectNode node(Schema<?> schema) {
        ObjectNode node = Json31.mapper().valueToTree(schema);
        // AsyncAPI's is a name only, whose values have to be names of schemas; the kinds say themselves which value
        // they have.
        node.findParents("discriminator").forEach(parent -> ((ObjectNode) parent).remove("discriminator"));
        return node;
    }

    /** An example as it stands in the document. */
    static JsonNode example(Object value) {
        return Json31.mapper().valueToTree(value);
    }

    /** A schema with words; what is a reference only has those of what it refers to. */
    static Schema<Object> described(Schema<Object> schema, String description) {
        schema.setDescription(description);
        return schema;
    }

    /** Adds a property that is always there. */
    static void require(Schema<Object> object, String name, Schema<Object> schema) {
        object.addProperty(name, schema);
        object.addRequiredItem(name);
    }

    /** The schema of null. */
    static Schema<Object> nothing() {
        Schema<Object> schema = new JsonSchema();
        schema.setTypes(Set.of("null"));
        return schema;
    }
}
