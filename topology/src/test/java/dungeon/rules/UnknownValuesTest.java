package dungeon.rules;

import static dungeon.rules.GameScenario.ANN;
import static dungeon.rules.GameScenario.GAME;
import static dungeon.rules.GameScenario.defaults;
import static dungeon.rules.MapPlan.crossroads;
import static dungeon.rules.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Direction;
import dungeon.schemas.Gravity;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Timer;
import dungeon.schemas.state.TimerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a newer build has written, or what checks have let through by mistake, stops the game loudly: going on with a guess
 * would give events that no other build gives.
 */
class UnknownValuesTest {
    @Test
    void aCommandThatThisBuildDoesNotKnowIsRefused() {
        GameScenario game = GameScenario.started(crossroads(), ANN);

        Outcome outcome = game.send(ANN, new RegisterPlayer("Ann"));

        outcome.isRejected(RejectionCode.MALFORMED);
        assertThat(((CommandRejected) outcome.events().get(0).getPayload()).getMessage())
                .contains("RegisterPlayer");
    }

    @Test
    void unknownUpgradesHaveNoLevel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpgradeLevels.of(Given.levels(), Upgrade.UNKNOWN))
                .withMessageContaining("upgrade");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpgradeLevels.with(Given.levels(), Upgrade.UNKNOWN, 1))
                .withMessageContaining("upgrade");
    }

    @Test
    void unknownCategoriesHaveNoPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.after(new Account(), ScoreCategory.UNKNOWN, 1))
                .withMessageContaining("category");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points.set(new Account(), new Score(ScoreCategory.UNKNOWN, 1, 1, 1)))
                .withMessageContaining("category");
    }

    @Test
    void unknownResourcesGravitiesAndDirectionsLeadNowhere() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Cargo.index(Resource.UNKNOWN))
                .withMessageContaining("resource");
        MapTile tile = new MapTile();
        tile.setGravity(Gravity.UNKNOWN);
        assertThatIllegalStateException()
                .isThrownBy(() -> Tiles.gravityIndex(tile))
                .withMessageContaining("gravity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Directions.neighbour(1, 1, Direction.UNKNOWN))
                .withMessageContaining("direction");
    }

    @Test
    void unknownActionsCostNothingAndAreNotRun() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robotId = game.buyRobot(ANN);
        Action unknown = new Action(ActionType.UNKNOWN, null, null, null);
        Robot robot = game.world().robot(robotId);
        Rules rules = defaults();

        assertThatIllegalStateException()
                .isThrownBy(() -> Readiness.energyOf(game.world(), robot, unknown))
                .withMessageContaining("action");
        assertThatIllegalStateException()
                .isThrownBy(() -> Readiness.cooldownMs(rules, robot, unknown))
                .withMessageContaining("action");
    }

    @Test
    void unknownTimersDoNotFire() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        game.world().set(new DueTimer(GameScenario.START_MS + 5, 1, new Timer(TimerKind.UNKNOWN, null, null)));

        assertThatIllegalStateException()
                .isThrownBy(() -> game.at(5).tick())
                .withMessageContaining("newer build")
                .withMessageContaining(GAME);
    }

    @Test
    void aStepOfAPurgeDecidesNothing() {
        DueTimer step = DueTimer.ofGame(5, 1, TimerKind.PURGE_STEP);
        Draft draft = new Draft(new InMemoryWorld(GAME));

        assertThatIllegalStateException()
                .isThrownBy(() -> GameRules.fire(draft, step))
                .withMessageContaining("purge");
    }

    @Test
    void aTimerThatIsStillSetAfterItFiredIsNotFiredForEver() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);
        game.move(ANN, robot, Direction.E);
        // The robot's record names another timer than the one that is set, so nothing takes that one back.
        Given.robot(game, robot, it -> it.setTimerSetBy(it.getTimerSetBy() - 1));

        assertThatIllegalStateException()
                .isThrownBy(() -> game.at(2_000).tick())
                .withMessageContaining("still set");
    }

    @Test
    void aDraftIsNotAskedForWhatOnlyItsWorldKnows() {
        Draft draft = new Draft(new InMemoryWorld(GAME));

        assertThatIllegalStateException().isThrownBy(draft::nextTimer).withMessageContaining("timer");
        assertThatIllegalStateException().isThrownBy(() -> draft.removeSome(1)).withMessageContaining("removed");
    }

    @Test
    void whatHasHadEffectsIsNotRefusedAfterwards() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Decision decision =
                new Decision(new Draft(game.world()), GameScenario.START_MS, GameScenario.commandId(7), ANN.playerId());
        decision.emit(new CommandRejected(RejectionCode.MALFORMED, "first", List.of()));

        assertThatIllegalStateException()
                .isThrownBy(() -> decision.reject(RejectionCode.MALFORMED, "second"))
                .withMessageContaining("before anything else");
    }

    @Test
    void aStationIsNowhereOutsideOfTheMap() {
        GameScenario game = GameScenario.started(crossroads(), ANN);

        assertThat(Tiles.isStation(Tiles.at(game.world(), tile(0, 0)))).isTrue();
        assertThat(Tiles.isStation(Tiles.at(game.world(), tile(-1, 0)))).isFalse();
    }
}
