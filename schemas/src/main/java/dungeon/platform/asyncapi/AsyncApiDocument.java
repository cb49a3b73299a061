package dungeon.platform.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An AsyncAPI 3.0 document in the making. Everything stands in the order in which it was added, so the same calls make the same text. */
public final class AsyncApiDocument {
    /** The type of the document's content. */
    public static final String CONTENT_TYPE = "application/vnd.aai.asyncapi+json;version=3.0.0";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode document = NODES.objectNode();
    private final ObjectNode servers;
    private final ObjectNode channels;
    private final ObjectNode operations;
    private final ObjectNode schemas;

    /** Begins a document. */
    public AsyncApiDocument(String title, String description) {
        document.put("asyncapi", "3.0.0");
        ObjectNode info = document.putObject("info");
        info.put("title", title).put("version", "1").put("description", description);
        info.putObject("license").put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        servers = document.putObject("servers");
        channels = document.putObject("channels");
        operations = document.putObject("operations");
        schemas = document.putObject("components").putObject("schemas");
    }

    /**
     * Adds a server. Its address is a variable, since it is another one in each installation.
     *
     * @param id which channels name
     * @param usual its address in an installation on one machine, {@code host:port}
     * @return the server, for its bindings
     */
    public ObjectNode server(String id, String protocol, String usual, String description) {
        ObjectNode server = servers.putObject(id);
        server.put("host", "{address}").put("protocol", protocol).put("description", description);
        server.putObject("variables").putObject("address").put("default", usual).put("description", "Host and port");
        return server;
    }

    /**
     * Adds a channel.
     *
     * @param id in the document
     * @param address a topic, or a path
     * @param server the id of the server on which it is
     */
    public AsyncApiChannel channel(String id, String address, String server, String title, String description) {
        ObjectNode channel = channels.putObject(id);
        channel.put("address", address).put("title", title).put("description", description);
        channel.putArray("servers").addObject().put("$ref", "#/servers/" + server);
        return new AsyncApiChannel(id, channel, operations);
    }

    /** Adds a JSON schema, to which others refer as {@code #/components/schemas/} and its name. */
    public void schema(String name, JsonNode schema) {
        schemas.set(name, schema);
    }

    /** The whole document, as JSON. */
    public String json() {
        return document.toPrettyString();
    }
}
