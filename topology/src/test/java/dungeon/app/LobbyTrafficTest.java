package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Area;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Structure;
import dungeon.schemas.StructureLayer;
import dungeon.schemas.Tile;
import dungeon.schemas.topics.LobbySubjects;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands to the lobby cost the brokers. */
class LobbyTrafficTest {
    private static final String MAP_TYPE_ID = "0f0e0d0c-0b0a-4908-8706-050403020100";
    private static final int ATTEMPTS = 100;

    @TempDir
    Path stateDir;

    @Test
    void aRefusedMapTypeCostsTheSameHoweverLargeTheOneIsThatHasItsId() {
        try (TopologyFixture fixture = new TopologyFixture(stateDir)) {
            assertThat(fixture.send(creation(0, largeMap()), fixture.administratorToken()))
                    .extracting(LobbyEvent::getPayload)
                    .singleElement()
                    .isInstanceOf(MapTypeCreated.class);
            // The map is in its event alone.
            assertThat(changelogBytes(fixture)).isLessThan(1_000);

            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                List<LobbyEvent> refused =
                        fixture.send(creation(attempt, TopologyFixture.exampleMap()), fixture.administratorToken());
                assertThat(((CommandRejected) refused.get(0).getPayload()).getCode())
                        .isEqualTo(RejectionCode.MAP_TYPE_EXISTS);
                // As between commands that come one at a time; those that come together share a record of ids.
                fixture.driver().advanceWallClockTime(Duration.ofMillis(20));
            }
            // The subject's progress and the id of the command, each with its key.
            assertThat(changelogBytes(fixture) / ATTEMPTS).isBetween(100, 250);
        }
    }

    /** The bytes of keys and values that were written to changelogs since the last call. */
    private static int changelogBytes(TopologyFixture fixture) {
        return fixture.driver().producedTopicNames().stream()
                .filter(topic -> topic.endsWith("-changelog"))
                .map(topic -> fixture.driver()
                        .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
                .flatMap(topic -> topic.readRecordsToList().stream())
                .mapToInt(LobbyTrafficTest::bytes)
                .sum();
    }

    private static int bytes(TestRecord<byte[], byte[]> record) {
        return record.key().length + (record.value() == null ? 0 : record.value().length);
    }

    private static LobbyCommand creation(int number, MapType map) {
        return new LobbyCommand(
                "00000000-0000-4000-a000-%012d".formatted(number),
                TopologyFixture.START,
                LobbySubjects.ofMapType(MAP_TYPE_ID),
                null,
                new CreateMapType(MAP_TYPE_ID, map));
    }

    /** The example with a list of all its tiles many times over. */
    private static MapType largeMap() {
        MapType map = TopologyFixture.exampleMap();
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            tiles.add(new Tile(9, 7));
        }
        List<StructureLayer> layers = new ArrayList<>(map.getStructure());
        for (int i = 0; i < 2; i++) {
            layers.add(new StructureLayer(List.of(new Area(false, tiles, null, null, null)), Structure.STAR_SYSTEM));
        }
        map.setStructure(layers);
        return map;
    }
}
