package dungeon.queries.asyncapi;

import static dungeon.queries.asyncapi.JsonSchemas.described;
import static dungeon.queries.asyncapi.JsonSchemas.require;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.asyncapi.AsyncApiDocument;
import dungeon.platform.asyncapi.AsyncApiMessage;
import dungeon.platform.asyncapi.KafkaBindings;
import dungeon.platform.streams.admission.CommandAdmission;
import dungeon.platform.streams.admission.DeadLetterReason;
import dungeon.schemas.openapi.Types;
import dungeon.schemas.topics.Topics;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;

/** The topic of records that are no commands: any bytes, with the reason in headers. */
final class DeadLetterChannel {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DeadLetterChannel() {}

    static void addTo(AsyncApiDocument document) {
        String topic = Topics.DEAD_LETTERS.name();
        Schema<Object> value = described(Types.text(), "The value as it came: any bytes");
        value.setFormat("binary");
        document.channel("deadLetters", topic, AsyncApiRoute.KAFKA, topic, """
                        Records that came on a topic of commands and are none, as they came, but for the token. Operators read it.

                        Key: as it came, or none. Partition: murmur2 of the key; there are %d. %s""".formatted(
                                Topics.PARTITIONS, TopicChannels.keeping(Topics.DEAD_LETTERS)))
                .binding(KafkaBindings.PROTOCOL, KafkaBindings.channel(Topics.DEAD_LETTERS))
                .message(
                        "deadLetter",
                        AsyncApiMessage.of(
                                        "DeadLetter",
                                        "A record that is no command.",
                                        "application/octet-stream",
                                        JsonSchemas.node(value))
                                .headers(JsonSchemas.node(headers()))
                                .binding(
                                        KafkaBindings.PROTOCOL,
                                        KafkaBindings.message(
                                                JsonSchemas.node(described(Types.text(), "The key as it came"))))
                                .example("no token", exampleHeaders(), NODES.textNode("\u0001\u0002")))
                .sends("sendDeadLetters", "Puts aside what is no command", "deadLetter");
    }

    private static Schema<Object> headers() {
        Schema<Object> headers = Types.object();
        require(
                headers,
                CommandAdmission.REASON_HEADER,
                described(
                        Types.names(Arrays.stream(DeadLetterReason.values())
                                .map(DeadLetterReason::name)
                                .toList()),
                        "Why it is no command, for programs"));
        require(headers, CommandAdmission.MESSAGE_HEADER, described(Types.text(), "The same, for people"));
        require(headers, CommandAdmission.TOPIC_HEADER, described(Types.text(), "Where it came"));
        require(headers, CommandAdmission.PARTITION_HEADER, described(digits(), "On which partition"));
        require(headers, CommandAdmission.OFFSET_HEADER, described(digits(), "At which offset"));
        return headers;
    }

    /** Headers of Kafka are bytes; these are numbers in UTF-8. */
    private static Schema<Object> digits() {
        Schema<Object> digits = Types.text();
        digits.setPattern("^[0-9]+$");
        return digits;
    }

    private static ObjectNode exampleHeaders() {
        return NODES.objectNode()
                .put(CommandAdmission.REASON_HEADER, DeadLetterReason.UNAUTHENTICATED.name())
                .put(CommandAdmission.MESSAGE_HEADER, "The header authorization with a token is missing")
                .put(CommandAdmission.TOPIC_HEADER, Topics.COMMANDS.name())
                .put(CommandAdmission.PARTITION_HEADER, "7")
                .put(CommandAdmission.OFFSET_HEADER, "1204");
    }
}
