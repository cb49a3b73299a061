package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.GAME;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.state.Tiles;
import dungeon.robots.state.UpgradeLevels;
import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.Direction;
import dungeon.schemas.Gravity;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.MapTile;
import org.junit.jupiter.api.Test;

/**
 * What a newer build has written, or what checks have let through by mistake, stops the game loudly: going on with a guess
 * would give events that no other build gives.
 */
class UnknownValuesTest {
    /** None that comes over the wire: what Avro cannot read is a dead letter. */
    @Test
    void aCommandThatIsNoneOfAGamesIsNotDecided() {
        GameScenario game = GameScenario.started(crossroads(), ANN);

        assertThatIllegalStateException()
                .isThrownBy(() -> game.send(ANN, new RegisterPlayer("Ann")))
                .withMessageContaining("RegisterPlayer");
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
        Action unknown = new Action(ActionType.UNKNOWN, null, null, null);
        Rules rules = defaults();

        assertThatIllegalStateException()
                .isThrownBy(() -> ActionCosts.energy(rules, Given.levels(), unknown, null))
                .withMessageContaining("action");
        assertThatIllegalStateException()
                .isThrownBy(() -> ActionCosts.cooldownMs(rules, Given.levels(), ActionType.UNKNOWN))
                .withMessageContaining("action");
    }

    @Test
    void unknownTimersDoNotFire() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        game.records().state().add(new DueTimer(GameScenario.START_MS + 5, 1, TimerId.of(TimerId.KIND_MAXIMUM)));

        assertThatIllegalStateException()
                .isThrownBy(() -> game.at(5).tick())
                .withMessageContaining("newer build")
                .withMessageContaining(GAME);
    }
}
