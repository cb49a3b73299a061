package dungeon.platform.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A channel of a document, with what the application does there. */
public final class AsyncApiChannel {
    private final String id;
    private final ObjectNode channel;
    private final ObjectNode operations;

    AsyncApiChannel(String id, ObjectNode channel, ObjectNode operations) {
        this.id = id;
        this.channel = channel;
        this.operations = operations;
    }

    /** Describes what stands in braces in the address. */
    public AsyncApiChannel parameter(String name, String description) {
        channel.withObjectProperty("parameters").putObject(name).put("description", description);
        return this;
    }

    /** Adds what is so in this protocol alone. */
    public AsyncApiChannel binding(String protocol, ObjectNode binding) {
        channel.withObjectProperty("bindings").set(protocol, binding);
        return this;
    }

    /** Adds what AsyncAPI has no word for, under a name that begins with {@code x-}. */
    public AsyncApiChannel extension(String name, JsonNode value) {
        channel.set(name, value);
        return this;
    }

    /** Adds a kind of message, which operations name by its id. */
    public AsyncApiChannel message(String messageId, AsyncApiMessage message) {
        channel.withObjectProperty("messages").set(messageId, message.node());
        return this;
    }

    /** The application sends messages of these kinds. */
    public AsyncApiChannel sends(String operation, String summary, String... messages) {
        return does("send", operation, summary, List.of(messages));
    }

    /** The application receives messages of these kinds. */
    public AsyncApiChannel receives(String operation, String summary, String... messages) {
        return does("receive", operation, summary, List.of(messages));
    }

    private AsyncApiChannel does(String action, String name, String summary, List<String> messages) {
        ObjectNode operation = operations.putObject(name);
        operation.put("action", action).put("summary", summary);
        String channelReference = "#/channels/" + id;
        operation.putObject("channel").put("$ref", channelReference);
        ArrayNode references = operation.putArray("messages");
        messages.forEach(message -> references.addObject().put("$ref", channelReference + "/messages/" + message));
        return this;
    }
}
