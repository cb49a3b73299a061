package dungeon.rules;

import static dungeon.rules.GameScenario.ANN;
import static dungeon.rules.GameScenario.GAME;
import static dungeon.rules.MapPlan.crossroads;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.state.Account;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import dungeon.schemas.state.TimerKind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests and audits compare whole worlds, so a difference in any kind of record has to count. */
class InMemoryWorldTest {
    static Stream<Consumer<InMemoryWorld>> differences() {
        return Stream.of(
                world -> {
                    Game game = Copies.copy(world.game(), new Game());
                    game.setParticipants(7);
                    world.put(game);
                },
                world -> {
                    Progress progress = Copies.copy(world.progress(), new Progress());
                    progress.setIds(7L);
                    world.put(progress);
                },
                world -> {
                    MapTile tile = Copies.copy(world.tile(1, 1), new MapTile());
                    tile.setSequence(7);
                    world.put(tile);
                },
                world -> {
                    Mine mine = Copies.copy(world.mine(2, 3), new Mine());
                    mine.setRemainingUnits(7);
                    world.put(mine);
                },
                world -> {
                    Robot robot = Copies.copy(world.robots().get(0), new Robot());
                    robot.setHealth(7);
                    world.put(robot);
                },
                world -> {
                    Account account = Copies.copy(world.account(ANN.playerId()), new Account());
                    account.setBalance(7);
                    world.put(account);
                },
                world -> world.put(new Deposits(7L, List.of())),
                world -> world.set(DueTimer.ofGame(7, 7, TimerKind.GAME_END)));
    }

    @ParameterizedTest
    @MethodSource
    void differences(Consumer<InMemoryWorld> difference) {
        InMemoryWorld world = world();
        difference.accept(world);

        assertThat(world).isNotEqualTo(world()).isNotEqualTo(null);
    }

    @Test
    void whatOnlyTheWriteSideHoldsDoesNotCount() {
        InMemoryWorld world = world();
        world.put(new Secret(ByteBuffer.allocate(32)));
        world.remember(new HandledCommand("somebody", "a command"), 5);

        assertThat(world).isEqualTo(world()).hasSameHashCodeAs(world());
        assertThat(world.toString()).contains(GAME, "1 robots", "1 timers");
    }

    @Test
    void worldsOfDifferentGamesAreDifferent() {
        assertThat(new InMemoryWorld(GAME)).isNotEqualTo(new InMemoryWorld(GameScenario.idOf(1)));
    }

    private static InMemoryWorld world() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        game.buyRobot(ANN);
        return game.world();
    }
}
