package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.Platform;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.GameState;
import dungeon.standalone.DungeonProcess;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Ports;
import dungeon.verification.checks.GameAudit;
import dungeon.verification.checks.LogChecks;
import dungeon.verification.checks.PublishedLog;
import dungeon.verification.checks.QueriesCheck;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the whole process in the middle of a match, and going on. */
@Tag("slow")
class KilledMatchTest {
    @TempDir
    Path folder;

    @Test
    void goesOnAfterAKillWithNothingLostAndNothingDoneTwice() throws Exception {
        List<Integer> ports = FreePorts.several(4);
        MachineConfig machine =
                new MachineConfig(folder, new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3)));
        Platform platform = new Platform(
                machine.ingestUrl(), machine.queriesUrl(), machine.bootstrapServers(), machine.registryUrl());
        int eventsBefore;
        try (DungeonProcess killed = DungeonProcess.start(folder, ports, "play", "--duration", "70s")) {
            killed.awaitOutput("The first robot is on the map");
            await().atMost(Duration.ofSeconds(60)).until(() -> events(PublishedLog.read(platform)) > 60);
            eventsBefore = events(PublishedLog.read(platform));
            killed.kill();
        }
        try (DungeonProcess next = DungeonProcess.start(folder, ports, "play", "--duration", "70s", "--keep")) {
            next.awaitOutput("Players are welcome");
            assertThat(next.output()).contains("was not finished; it goes on instead of a new one");

            PublishedLog log = PublishedLog.read(platform);
            assertThat(log.gameIds()).as("one match, gone on with").hasSize(1);
            assertThat(events(log)).isGreaterThan(eventsBefore);
            LogChecks.sequencesHaveNoGap(log);
            LogChecks.everyCommandHasOneOutcome(log);
            String gameId = log.gameIds().iterator().next();
            GameAudit.Extent audited = GameAudit.of(
                    log,
                    gameId,
                    new TokenVerifier(new RemoteKeys(URI.create(platform.ingestUrl() + "/.well-known/jwks.json"))));
            assertThat(audited.over()).isTrue();
            InMemoryGame world = LogChecks.fold(log, gameId);
            assertThat(world.game().getState()).isEqualTo(GameState.ENDED);
            assertThat(world.accounts()).as("the bots that began it").hasSize(4);
            new QueriesCheck(platform.queriesUrl()).answersAreTheFold(world);
        }
    }

    private static int events(PublishedLog log) {
        return log.gameIds().stream()
                .mapToInt(gameId -> log.eventsOf(gameId).size())
                .sum();
    }
}
