package dungeon.platform.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.topics.Topic;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/** What of servers, channels and messages is so in Kafka alone, in the words of AsyncAPI's bindings for it. */
public final class KafkaBindings {
    /** The protocol's name. */
    public static final String PROTOCOL = "kafka";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private KafkaBindings() {}

    /** A broker's registry of schemas. */
    public static ObjectNode server(String registryUrl) {
        return versioned(
                NODES.objectNode().put("schemaRegistryUrl", registryUrl).put("schemaRegistryVendor", "confluent"));
    }

    /** A topic, with the settings that it is made with. */
    public static ObjectNode channel(Topic<?> topic) {
        ObjectNode binding = NODES.objectNode().put("topic", topic.name()).put("partitions", topic.partitions());
        ObjectNode configuration = binding.putObject("topicConfiguration");
        // In the order of their names, since the topic's own map has another one in each run.
        new TreeMap<>(topic.config()).forEach((name, value) -> put(configuration, name, value));
        return versioned(binding);
    }

    /** A record whose value is in Avro, in the Confluent wire format. */
    public static ObjectNode avroMessage(JsonNode key) {
        ObjectNode binding = NODES.objectNode();
        binding.set("key", key);
        binding.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "4")
                .put("schemaLookupStrategy", "TopicNameStrategy");
        return versioned(binding);
    }

    /** A record of which only the key has a form. */
    public static ObjectNode message(JsonNode key) {
        ObjectNode binding = NODES.objectNode();
        binding.set("key", key);
        return versioned(binding);
    }

    private static ObjectNode versioned(ObjectNode binding) {
        return binding.put("bindingVersion", "0.5.0");
    }

    private static void put(ObjectNode configuration, String name, String value) {
        if (name.equals(TopicConfig.CLEANUP_POLICY_CONFIG)) {
            ArrayNode policies = configuration.putArray(name);
            for (String policy : value.split(",", -1)) {
                policies.add(policy);
            }
        } else if (value.matches("-?\\d+")) {
            configuration.put(name, Long.parseLong(value));
        } else {
            configuration.put(name, value);
        }
    }
}
