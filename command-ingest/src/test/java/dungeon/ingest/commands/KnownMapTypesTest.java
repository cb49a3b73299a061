package dungeon.ingest.commands;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dungeon.ingest.fake.FakeBrokers;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What one start has learnt of map types, and the next one finds. */
class KnownMapTypesTest {
    private static final Map<Integer, Long> BEGINNING = Map.of(0, 0L, 1, 0L);
    private static final Map<Integer, Long> ENDS = Map.of(0, 20L, 1, 7L);
    private static final MapTypesFile.Stored STORED =
            new MapTypesFile.Stored("01a22430-00f3-7562-9f03-69ad875bc629", "player:somebody", 1, 5);

    @TempDir
    Path folder;

    @Test
    void beginsAtTheBeginningWhereNothingIsKept() {
        assertThat(known(new FakeBrokers(), new MapTypes(ShippedMapTypes.load(), null))
                        .begin(ENDS))
                .isEqualTo(BEGINNING);
    }

    @Test
    void goesOnWhereTheStartBeforeHasStopped() throws IOException {
        stopAt(Map.of(0, 20L, 1, 7L));
        MapTypes next = new MapTypes(ShippedMapTypes.load(), null);
        assertThat(known(new FakeBrokers(), next).begin(Map.of(0, 25L, 1, 7L))).isEqualTo(Map.of(0, 20L, 1, 7L));
        assertThat(next.known()).containsExactly(STORED);
        assertThat(next.subjectOf(STORED.mapTypeId())).contains("player:somebody");
        try (var files = Files.list(folder)) {
            assertThat(files).singleElement().asString().endsWith("map-types.json");
        }
    }

    @Test
    void aLogThatIsShorterThanWhatWasReadIsAnotherOne() {
        stopAt(Map.of(0, 20L, 1, 7L));
        MapTypes next = new MapTypes(ShippedMapTypes.load(), null);
        assertThat(known(new FakeBrokers(), next).begin(Map.of(0, 20L, 1, 6L))).isEqualTo(BEGINNING);
        assertThat(next.known()).isEmpty();
    }

    @Test
    void theLogOfAnotherTopicIsReadFromTheBeginning() {
        stopAt(ENDS);
        FakeBrokers others = new FakeBrokers() {
            @Override
            public String idOf(String topic) {
                return "another";
            }
        };
        assertThat(known(others, new MapTypes(ShippedMapTypes.load(), null)).begin(ENDS))
                .isEqualTo(BEGINNING);
    }

    @Test
    void whatIsNoJsonIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("map-types.json"), "{\"log\": 7, ");
        assertThat(known(new FakeBrokers(), new MapTypes(ShippedMapTypes.load(), null))
                        .begin(ENDS))
                .isEqualTo(BEGINNING);
    }

    @Test
    void aFolderThatCannotBeWrittenEndsNothing() throws IOException {
        KnownMapTypes known = known(new FakeBrokers(), new MapTypes(ShippedMapTypes.load(), null));
        known.begin(ENDS);
        known.hasPassed(ENDS);
        Files.delete(folder);
        Files.writeString(folder, "no folder");
        known.close();
        assertThat(folder).hasContent("no folder");
    }

    @Test
    void saysOnceThatTheFolderCannotBeWritten() throws IOException {
        Files.delete(folder);
        Files.writeString(folder, "no folder");
        Logger logger = (Logger) LoggerFactory.getLogger(MapTypesFile.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            MapTypesFile file = new MapTypesFile(folder);
            file.save(new MapTypesFile.Content("log", ENDS, List.of(), List.of()));
            file.save(new MapTypesFile.Content("log", ENDS, List.of(), List.of()));
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Cannot write " + folder.resolve("map-types.json") + "; each start reads all of the lobby");
    }

    @Test
    void aStartThatGoesOnKnowsWhoWasRenamed() {
        RenamedPlayers renamed = new RenamedPlayers();
        KnownMapTypes known = new KnownMapTypes(
                new MapTypesFile(folder), new FakeBrokers(), new MapTypes(ShippedMapTypes.load(), null), renamed);
        known.begin(ENDS);
        renamed.restore(List.of("b4c6a3f0-0000-3000-8000-000000000001"));
        known.hasPassed(ENDS);
        known.close();

        RenamedPlayers next = new RenamedPlayers();
        new KnownMapTypes(new MapTypesFile(folder), new FakeBrokers(), new MapTypes(ShippedMapTypes.load(), null), next)
                .begin(ENDS);
        assertThat(next.known()).containsExactly("b4c6a3f0-0000-3000-8000-000000000001");
    }

    @Test
    void whatABuildHasLeftThatReadPastNewNamesIsReadAgain() throws IOException {
        Files.writeString(
                folder.resolve("map-types.json"),
                "{\"log\":\"%s\",\"nextOffsets\":{\"0\":%d,\"1\":%d},\"mapTypes\":[]}"
                        .formatted(new FakeBrokers().idOf(Topics.LOBBY_EVENTS.name()), ENDS.get(0), ENDS.get(1)));
        assertThat(known(new FakeBrokers(), new MapTypes(ShippedMapTypes.load(), null))
                        .begin(ENDS))
                .isEqualTo(BEGINNING);
    }

    private void stopAt(Map<Integer, Long> offsets) {
        MapTypes mapTypes = new MapTypes(ShippedMapTypes.load(), null);
        KnownMapTypes known = known(new FakeBrokers(), mapTypes);
        known.begin(ENDS);
        mapTypes.restore(List.of(STORED));
        known.hasPassed(offsets);
        known.close();
    }

    private KnownMapTypes known(FakeBrokers brokers, MapTypes mapTypes) {
        return new KnownMapTypes(new MapTypesFile(folder), brokers, mapTypes, new RenamedPlayers());
    }
}
