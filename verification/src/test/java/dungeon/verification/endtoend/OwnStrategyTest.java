package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.DungeonPlayer;
import dungeon.players.GameSeat;
import dungeon.players.SignedInPlayer;
import dungeon.players.connection.JsonHttp;
import dungeon.players.game.Commander;
import dungeon.players.game.GameView;
import dungeon.players.game.Ordered;
import dungeon.players.game.Robot;
import dungeon.players.game.Strategy;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotMoved;
import dungeon.standalone.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the README of the players' library promises to those who write a strategy. */
@Tag("slow")
@ExtendWith(SharedMachine.class)
class OwnStrategyTest {
    private static final Duration GAME = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    /** Buys a robot, lets it queue a move that cannot be, and notes what it hears. */
    private static final class Listening implements Strategy {
        private final List<Class<?>> events = new ArrayList<>();
        private final Map<String, RejectionCode> rejections = new HashMap<>();
        private Ordered queued;

        @Override
        public void think(Commander commander) {
            if (commander.view().ownRobots().isEmpty()) {
                commander.buyRobots(1);
            }
            for (Robot robot : commander.freeRobots()) {
                if (queued == null) {
                    // Nobody checks here whether there is such a robot to hit, so the game says it.
                    queued = commander.queue(
                            new dungeon.schemas.AttackRobot(robot.id(), "00000000-0000-4000-8000-00000000000f"));
                } else {
                    commander.view().map().safeStarSystems().stream()
                            .filter(tile -> !tile.equals(robot.tile()))
                            .findFirst()
                            .ifPresent(tile -> commander.goTowards(robot, tile));
                }
            }
        }

        @Override
        public void onEvent(Event event, GameView view) {
            events.add(event.getPayload().getClass());
        }

        @Override
        public void onRejected(CommandRejected rejection, String commandId) {
            // An order can come too late for the game, which it could not know.
            if (rejection.getCode() != RejectionCode.GAME_NOT_RUNNING) {
                rejections.put(commandId, rejection.getCode());
            }
        }
    }

    @Test
    @Timeout(120)
    void playsAPracticeGameOverHttpAndAgainUnderTheSameName(Machine machine) throws Exception {
        Path file = folder.resolve("me.json");
        DungeonPlayer player = DungeonPlayer.connect(machine.platform());
        SignedInPlayer first = player.as("own-strategy", file);
        assertThat(player.as("own-strategy", file).credentials()).isEqualTo(first.credentials());
        GameSeat seat = first.practice(1, GAME);
        assertThat(first.practice(1, GAME).gameId()).isEqualTo(seat.gameId());
        plays(seat, machine);
    }

    @Test
    @Timeout(120)
    void playsAPracticeGameStraightOnKafka(Machine machine) throws Exception {
        plays(DungeonPlayer.connect(machine.platform()).asGuest().overKafka().practice(1, GAME), machine);
    }

    private static void plays(GameSeat seat, Machine machine) throws Exception {
        Listening strategy = new Listening();
        seat.play(strategy);
        assertThat(strategy.events).contains(RobotMoved.class, GameEnded.class);
        assertThat(strategy.rejections)
                .containsExactly(Map.entry(strategy.queued.commandId(), RejectionCode.UNKNOWN_TARGET));
        JsonNode game = new JsonHttp().get(machine.platform().queriesUrl() + "/games/" + seat.gameId());
        assertThat(game.path("state").asText()).isEqualTo("ENDED");
    }
}
