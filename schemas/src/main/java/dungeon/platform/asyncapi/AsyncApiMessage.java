package dungeon.platform.asyncapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** A kind of message: the form of its payload and its headers, with examples. */
public final class AsyncApiMessage {
    /** How AsyncAPI says that a schema is Avro's. */
    public static final String AVRO_FORMAT = "application/vnd.apache.avro+json;version=1.9.0";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode message = NODES.objectNode();

    private AsyncApiMessage(String name, String summary, String contentType) {
        message.put("name", name).put("title", name).put("summary", summary).put("contentType", contentType);
    }

    /** A message in JSON. */
    public static AsyncApiMessage json(String name, String summary, JsonNode schema) {
        return of(name, summary, "application/json", schema);
    }

    /** A message of any other form. */
    public static AsyncApiMessage of(String name, String summary, String contentType, JsonNode schema) {
        AsyncApiMessage message = new AsyncApiMessage(name, summary, contentType);
        message.message.set("payload", schema);
        return message;
    }

    /** A record in Avro. The schema is the one that the generated class has, which is also the one in the registry. */
    public static AsyncApiMessage avro(Schema schema) {
        AsyncApiMessage message = new AsyncApiMessage(schema.getName(), schema.getDoc(), "avro/binary");
        try {
            message.message
                    .putObject("payload")
                    .put("schemaFormat", AVRO_FORMAT)
                    .set("schema", JSON.readTree(schema.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schema of Avro is no JSON: " + schema.getFullName(), e);
        }
        return message;
    }

    /** Describes the headers, by a JSON schema of an object. */
    public AsyncApiMessage headers(JsonNode schema) {
        message.set("headers", schema);
        return this;
    }

    /** Adds what is so in this protocol alone. */
    public AsyncApiMessage binding(String protocol, ObjectNode binding) {
        message.withObjectProperty("bindings").set(protocol, binding);
        return this;
    }

    /**
     * Says by what messages that belong together are known.
     *
     * @param field of the payload
     */
    public AsyncApiMessage correlatedBy(String field, String description) {
        message.putObject("correlationId")
                .put("description", description)
                .put("location", "$message.payload#/" + field);
        return this;
    }

    /** Adds an example of a payload. */
    public AsyncApiMessage example(String name, JsonNode payload) {
        example(name).set("payload", payload);
        return this;
    }

    /** Adds an example of a payload and its headers. */
    public AsyncApiMessage example(String name, JsonNode headers, JsonNode payload) {
        ObjectNode example = example(name);
        example.set("headers", headers);
        example.set("payload", payload);
        return this;
    }

    ObjectNode node() {
        return message;
    }

    private ObjectNode example(String name) {
        return message.withArrayProperty("examples").addObject().put("name", name);
    }
}
