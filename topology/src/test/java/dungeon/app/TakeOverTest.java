package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Command;
import dungeon.schemas.StartGame;
import dungeon.schemas.serde.TestRegistry;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that gets the games of another one. */
class TakeOverTest {
    @TempDir
    Path stateDir;

    @Test
    void decidesInANewTaskWithoutTheRegistryWhatItHasReadTheSchemaOfBefore() {
        TestTokens tokens = new TestTokens(TopologyFixture.START.plusSeconds(86_400));
        Topology topology;
        Properties settings;
        byte[] command;
        try (TestRegistry registry = new TestRegistry()) {
            TopologyConfig config = TopologyConfig.from(Map.of(
                    TopologyConfig.REGISTRY_URL, registry.url(),
                    TopologyConfig.STATE_DIR, stateDir.toString(),
                    TopologyConfig.PARTITIONS, "1"));
            topology = DungeonTopology.build(
                    config, tokens, TopologyFixture.schemas(config), module -> (aggregateId, trace) -> {});
            settings = StreamsSettings.of(config);
            command = Topics.COMMANDS
                    .valueSerde(config.clientConfig())
                    .serializer()
                    .serialize(Topics.COMMANDS.name(), startGame());
            assertThat(eventsOfANewTask(topology, settings, command, tokens)).isEqualTo(1);
        }
        assertThat(eventsOfANewTask(topology, settings, command, tokens)).isEqualTo(1);
    }

    private static int eventsOfANewTask(Topology topology, Properties settings, byte[] command, TestTokens tokens) {
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, settings, TopologyFixture.START)) {
            RecordHeaders headers = new RecordHeaders();
            headers.add(
                    Topics.AUTHORIZATION_HEADER, ("Bearer " + tokens.administrator()).getBytes(StandardCharsets.UTF_8));
            driver.createInputTopic(Topics.COMMANDS.name(), new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(new TestRecord<>(
                            TopologyFixture.key(TopologyFixture.GAME_ID), command, headers, TopologyFixture.START));
            return driver.createOutputTopic(
                            Topics.EVENTS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .size();
        }
    }

    /** It is refused, because there is no such game. */
    private static Command startGame() {
        return new Command(
                "00000000-0000-4000-a000-000000000001",
                TopologyFixture.START,
                TopologyFixture.GAME_ID,
                null,
                new StartGame());
    }
}
