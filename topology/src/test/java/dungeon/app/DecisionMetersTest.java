package dungeon.app;

import static dungeon.app.TopologyFixture.GAME_ID;
import static dungeon.app.TopologyFixture.PLAYER_ID;
import static dungeon.app.TopologyFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.Direction;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RobotSpawned;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of a game that is made, joined and begun, and of some orders in it. */
class DecisionMetersTest {
    @TempDir
    private static Path stateDir;

    private static TopologyFixture fixture;

    @BeforeAll
    static void play() {
        fixture = new TopologyFixture(stateDir);
        fixture.startGame();
        Command buy = fixture.command(PLAYER_ID, new BuyRobots(1, null), 10);
        fixture.send(buy, fixture.playerToken());
        fixture.send(buy, fixture.playerToken());
        fixture.send(fixture.command(PLAYER_ID, new BuyRobots(100, null), 20), fixture.playerToken());
        fixture.send(fixture.command(PLAYER_ID, new BuyRobots(1, null), 30), null);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static double count(String name, String... tags) {
        return fixture.meters.get(name).tags(tags).counter().count();
    }

    @Test
    void countsWhatWasAcceptedRejectedAndRepeated() {
        assertThat(count("dungeon.commands.decided", "type", "CreateGame", "outcome", "accepted"))
                .isEqualTo(1);
        assertThat(count("dungeon.commands.decided", "type", "BuyRobots", "outcome", "accepted"))
                .isEqualTo(1);
        assertThat(count("dungeon.commands.decided", "type", "BuyRobots", "outcome", "repeated"))
                .isEqualTo(1);
        assertThat(count("dungeon.commands.decided", "type", "BuyRobots", "outcome", "rejected"))
                .isEqualTo(1);
    }

    @Test
    void aRepetitionThatLetsATimerFireIsARepetition(@TempDir Path folder) {
        try (TopologyFixture other = new TopologyFixture(folder)) {
            other.startGame();
            Command buy = other.command(PLAYER_ID, new BuyRobots(1, null), 0);
            RobotSpawned spawned =
                    (RobotSpawned) other.send(buy, other.playerToken()).get(1).getPayload();
            // The second waits for the cooldown of the first.
            for (int move = 1; move <= 2; move++) {
                other.send(
                        other.command(PLAYER_ID, new MoveRobot(spawned.getRobotId(), Direction.N), move),
                        other.playerToken());
            }

            other.sendRaw(key(GAME_ID), other.bytes(buy), other.playerToken(), TopologyFixture.START.plusSeconds(3));

            assertThat(other.events()).as("what the timer caused").isNotEmpty();
            assertThat(other.meters
                            .get("dungeon.commands.decided")
                            .tags("type", "BuyRobots", "outcome", "repeated")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(other.meters
                            .get("dungeon.timer.late")
                            .tag("context", "robots")
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void countsRejectionsByTheirCode() {
        assertThat(count("dungeon.commands.rejected", "context", "robots", "code", "ROBOT_LIMIT"))
                .isEqualTo(1);
    }

    @Test
    void countsDeadLettersByTheirReason() {
        assertThat(count("dungeon.dead.letters", "reason", "UNAUTHENTICATED")).isEqualTo(1);
        assertThat(count("dungeon.dead.letters", "reason", "UNDECODABLE")).isZero();
    }

    @Test
    void measuresHowLongDecisionsTake() {
        assertThat(fixture.meters
                        .get("dungeon.decision")
                        .tag("context", "robots")
                        .timer()
                        .count())
                .isEqualTo(6);
    }

    @Test
    void namesNobodyAndNoGame() {
        Set<String> keys = fixture.meters.getMeters().stream()
                .map(Meter::getId)
                .flatMap(id -> id.getTags().stream())
                .map(Tag::getKey)
                .collect(Collectors.toSet());

        assertThat(keys).containsExactlyInAnyOrder("context", "type", "outcome", "code", "reason", "le");
    }
}
