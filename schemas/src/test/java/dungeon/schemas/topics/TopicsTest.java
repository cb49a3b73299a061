package dungeon.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Command;
import dungeon.schemas.StartGame;
import dungeon.schemas.serde.TestRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final Map<String, String> KEPT_FOR_GOOD = Map.of("cleanup.policy", "delete", "retention.ms", "-1");
    private static final Map<String, String> STAMPED_AND_KEPT_FOR_7_DAYS = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "604800000",
            "message.timestamp.type", "LogAppendTime",
            "max.message.bytes", "1048576",
            "compression.type", "uncompressed");

    @Test
    void namesAndSettingsAreThoseOfTheDesign() {
        assertThat(Topics.ALL)
                .extracting(topic -> Map.entry(topic.name(), topic.config()))
                .containsExactly(
                        Map.entry("dungeon.commands.v1", STAMPED_AND_KEPT_FOR_7_DAYS),
                        Map.entry("dungeon.events.v1", KEPT_FOR_GOOD),
                        Map.entry("lobby.commands.v1", STAMPED_AND_KEPT_FOR_7_DAYS),
                        Map.entry("lobby.events.v1", KEPT_FOR_GOOD),
                        Map.entry("identity.commands.v1", STAMPED_AND_KEPT_FOR_7_DAYS),
                        Map.entry(
                                "identity.events.v1",
                                Map.of("cleanup.policy", "delete", "retention.ms", "34560000000")),
                        Map.entry("tictactoe.commands.v1", STAMPED_AND_KEPT_FOR_7_DAYS),
                        Map.entry("tictactoe.events.v1", KEPT_FOR_GOOD),
                        Map.entry(
                                "dungeon.dead-letters.v1",
                                Map.of(
                                        "cleanup.policy", "delete",
                                        "retention.ms", "1209600000",
                                        "max.message.bytes", "2097152")));
    }

    @Test
    void namesAreLegalAndCannotCollideInMetrics() {
        assertThat(Topics.ALL).allSatisfy(topic -> {
            Topic.validate(topic.name());
            assertThat(topic.name()).doesNotContain("_");
        });
    }

    @Test
    void thereAre12Partitions() {
        assertThat(Topics.PARTITIONS).isEqualTo(12);
    }

    @Test
    void theTokenIsInTheHeaderAuthorization() {
        assertThat(Topics.AUTHORIZATION_HEADER).isEqualTo("authorization");
    }

    @Test
    void keysArePlainText() {
        assertThat(Topics.COMMANDS.keySerde().serializer().serialize("any", "ab"))
                .containsExactly('a', 'b');
    }

    @Test
    void valueSerdeIsConfiguredForUse() {
        Command command = new Command("c", Instant.EPOCH, "g", null, new StartGame());
        try (TestRegistry registry = new TestRegistry();
                var serde = Topics.COMMANDS.valueSerde(registry.clientConfig())) {
            byte[] bytes = serde.serializer().serialize(Topics.COMMANDS.name(), command);
            assertThat(serde.deserializer().deserialize(Topics.COMMANDS.name(), bytes))
                    .isEqualTo(command);
            assertThat(registry.requestLines())
                    .isEqualTo(List.of("POST /subjects/dungeon.commands.v1-value/versions", "GET /schemas/ids/1"));
        }
    }

    @Test
    void deadLettersAreRawBytes() {
        byte[] bytes = {5, 0, 7};
        assertThat(Topics.DEAD_LETTERS.newValueSerde().get().serializer().serialize("any", bytes))
                .isSameAs(bytes);
    }
}
