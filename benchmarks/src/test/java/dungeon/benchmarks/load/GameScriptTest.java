package dungeon.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.Sent;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.Event;
import dungeon.schemas.MoveRobot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GameScriptTest {
    private static final String GAME_ID = Ids.timed(System.currentTimeMillis(), "game");
    private static final int ROBOTS = 200;
    private static final int COMMANDS = 5_000;

    private final List<BenchPlayer> players = BenchPlayer.several(GameScript.playersFor(ROBOTS));

    /** So what is planned in virtual time is what happens when the commands come faster or slower. */
    @Test
    void nearlyAllActionsSucceedAtOnceWhateverTheTimeBetweenThem() {
        for (long pauseMs : List.of(1L, 3L, 200L)) {
            Map<String, Integer> events = play(pauseMs);
            int succeeded = Stream.of("RobotMoved", "RobotAttacked", "MiningStarted", "ResourcesSold")
                    .mapToInt(type -> events.getOrDefault(type, 0))
                    .sum();
            int others = Stream.of("ActionQueued", "ActionFailed", "CommandRejected")
                    .mapToInt(type -> events.getOrDefault(type, 0))
                    .sum();
            assertThat(100.0 * succeeded / (succeeded + others))
                    .as("with %d ms in between: %s", pauseMs, events)
                    .isGreaterThan(95);
        }
    }

    @Test
    void sendsTheKindsInTheirShares() {
        GameScript script = new GameScript(GAME_ID, players, ROBOTS, 1);
        script.opening();
        long moves = IntStream.range(0, COMMANDS)
                .filter(i -> script.next().command().getPayload() instanceof MoveRobot)
                .count();
        // Who cannot do something else moves instead.
        assertThat(100.0 * moves / COMMANDS)
                .isBetween((double) CommandKind.MOVE_ROBOT.percent(), CommandKind.MOVE_ROBOT.percent() + 8.0);
    }

    @Test
    void sharesAddUpToAHundred() {
        assertThat(Stream.of(CommandKind.values())
                        .mapToInt(CommandKind::percent)
                        .sum())
                .isEqualTo(100);
    }

    private Map<String, Integer> play(long pauseMs) {
        GameScript script = new GameScript(GAME_ID, players, ROBOTS, 1);
        InMemoryGame game = new InMemoryGame(GAME_ID);
        List<Event> events = new ArrayList<>();
        long timeMs = System.currentTimeMillis();
        List<Sent> opening = script.opening();
        for (int i = 0; i < opening.size() + COMMANDS; i++) {
            Sent sent = i < opening.size() ? opening.get(i) : script.next();
            sent.command().setIssuedAt(Instant.ofEpochMilli(timeMs));
            Principal principal = sent.player() == Sent.ADMINISTRATOR
                    ? Principal.administrator()
                    : Principal.player(
                            players.get(sent.player()).playerId(),
                            players.get(sent.player()).name());
            game.handle(sent.command(), new CommandMetadata(principal, timeMs, 200), events::addAll);
            timeMs += pauseMs;
        }
        Map<String, Integer> counts = new HashMap<>();
        events.forEach(event -> counts.merge(event.getPayload().getClass().getSimpleName(), 1, Integer::sum));
        return counts;
    }
}
