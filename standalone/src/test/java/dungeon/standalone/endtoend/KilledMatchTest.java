package dungeon.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.rules.InMemoryWorld;
import dungeon.schemas.GameState;
import dungeon.standalone.bots.Platform;
import dungeon.standalone.machine.Ports;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the whole process in the middle of a match, and going on. */
@Tag("broker")
class KilledMatchTest {
    @TempDir
    Path data;

    @Test
    void goesOnAfterAKillWithNothingLostAndNothingDoneTwice() throws Exception {
        Ports ports = DungeonProcess.freePorts();
        Platform platform = DungeonProcess.platform(data, ports);
        int eventsBefore;
        try (DungeonProcess first = DungeonProcess.start(data, ports, "play", "--duration", "40s")) {
            await().atMost(Duration.ofSeconds(90)).until(() -> {
                assertThat(first.isAlive()).as("%s", first.lines()).isTrue();
                return first.lines().stream().anyMatch(line -> line.contains("The first robot is on the map"));
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> events(PublishedLog.read(platform)) > 150);
            eventsBefore = events(PublishedLog.read(platform));
            first.kill();
        }
        try (DungeonProcess second = DungeonProcess.start(data, ports, "play", "--duration", "40s", "--keep")) {
            await().atMost(Duration.ofSeconds(150)).until(() -> {
                assertThat(second.isAlive()).as("%s", second.lines()).isTrue();
                return second.lines().stream().anyMatch(line -> line.contains("Players are welcome"));
            });
            assertThat(second.lines())
                    .anyMatch(line -> line.contains("was not finished; it goes on instead of a new one"));

            PublishedLog log = PublishedLog.read(platform);
            assertThat(log.gameIds()).as("one match, gone on with").hasSize(1);
            assertThat(events(log)).isGreaterThan(eventsBefore);
            LogChecks.sequencesHaveNoGap(log);
            LogChecks.everyCommandHasOneOutcome(log);
            LogChecks.replayGivesTheSameBytes(log, platform);
            InMemoryWorld world = LogChecks.fold(log, log.gameIds().iterator().next());
            assertThat(world.game().getState()).isEqualTo(GameState.ENDED);
            new QueriesCheck(platform).answersAreTheFold(world);
            second.terminate();
        }
    }

    private static int events(PublishedLog log) {
        return log.gameIds().stream()
                .mapToInt(gameId -> log.eventsOf(gameId).size())
                .sum();
    }
}
