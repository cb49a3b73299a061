package dungeon.players.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.players.arena.SmallMaps;
import dungeon.players.game.Commander;
import dungeon.players.game.Mine;
import dungeon.players.game.Robot;
import dungeon.players.game.Strategy;
import dungeon.players.game.Tile;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.MapType;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.Upgrade;
import dungeon.schemas.VoucherDiscarded;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseStrategyTest {
    private static final MapType MAP = SmallMaps.drawn("S.B..", ".#.O.", "C...S");

    /** Digs with one robot, and does nothing about whoever hits it. */
    private static final class Sheep implements Strategy {
        @Override
        public void think(Commander commander) {
            if (commander.view().ownRobots().isEmpty()) {
                commander.buyRobots(1);
            }
            Mine mine = commander.view().mines().iterator().next();
            for (Robot robot : commander.freeRobots()) {
                if (!commander.goTowards(robot, mine.tile()).isUnderWay() && !robot.isMining()) {
                    commander.mine(robot);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HouseStrategy.class)
    void sellsBeforeItsHoldIsLost(HouseStrategy strategy) {
        List<Event> game = SmallMaps.play(MAP, Duration.ofMinutes(2), strategy.create());
        int collected = SmallMaps.payloads(game, ResourcesMined.class).stream()
                .mapToInt(ResourcesMined::getCollected)
                .sum();
        int sold = SmallMaps.payloads(game, ResourcesSold.class).stream()
                .flatMap(sale -> sale.getLots().stream())
                .mapToInt(lot -> lot.getUnits())
                .sum();
        assertThat(sold).isEqualTo(collected).isPositive();
    }

    @ParameterizedTest
    @EnumSource(HouseStrategy.class)
    void ordersNothingThatCannotBeDone(HouseStrategy strategy) {
        List<Event> game = SmallMaps.play(MAP, Duration.ofMinutes(2), strategy.create());
        assertThat(SmallMaps.payloads(game, CommandRejected.class)).isEmpty();
        assertThat(SmallMaps.payloads(game, ActionFailed.class)).isEmpty();
        assertThat(SmallMaps.payloads(game, VoucherDiscarded.class)).isEmpty();
        assertThat(SmallMaps.payloads(game, RobotDestroyed.class)).isEmpty();
    }

    @Test
    void theExplorerSeesAllStarSystemsButTheBlackHole() {
        List<Event> game = SmallMaps.play(MAP, Duration.ofMinutes(2), HouseStrategy.EXPLORER.create());
        Set<Tile> seen = SmallMaps.payloads(game, RobotMoved.class).stream()
                .map(move -> Tile.of(move.getCondition().getPosition()))
                .collect(Collectors.toSet());
        SmallMaps.payloads(game, RobotSpawned.class)
                .forEach(spawned -> seen.add(Tile.of(spawned.getCondition().getPosition())));
        assertThat(seen).hasSize(5 * 3 - 2);
    }

    @Test
    void theTraderReachesTheMoreValuableResource() {
        List<Event> game =
                SmallMaps.play(SmallMaps.drawn("SB.", "C.D"), Duration.ofMinutes(3), HouseStrategy.TRADER.create());
        Set<String> sold = SmallMaps.payloads(game, ResourcesSold.class).stream()
                .flatMap(sale -> sale.getLots().stream())
                .map(lot -> lot.getResource().name())
                .collect(Collectors.toSet());
        assertThat(sold).contains("CRYO_GAS", "DARK_MATTER");
    }

    @Test
    void theFighterArmsItselfAndDestroysWhoDoesNotDefendItself() {
        List<Event> game = SmallMaps.play(
                SmallMaps.drawn("S.B", "###"), Duration.ofMinutes(3), HouseStrategy.FIGHTER.create(), new Sheep());
        assertThat(SmallMaps.payloads(game, RobotUpgraded.class))
                .extracting(RobotUpgraded::getUpgrade)
                .contains(Upgrade.DAMAGE);
        assertThat(SmallMaps.payloads(game, RobotDestroyed.class)).isNotEmpty();
    }

    @Test
    void theMinerGetsAwayFromAStrongerOneAndIsRepaired() {
        List<Event> game = SmallMaps.play(
                SmallMaps.drawn("S.B", "###"),
                Duration.ofMinutes(3),
                HouseStrategy.MINER.create(),
                HouseStrategy.FIGHTER.create());
        List<RobotAttacked> attacks = SmallMaps.payloads(game, RobotAttacked.class);
        assertThat(attacks).isNotEmpty();
        assertThat(SmallMaps.payloads(game, RobotDestroyed.class).size()).isLessThan(attacks.size() / 2);
    }
}
