package dungeon.standalone.bots.tempers;

import static org.assertj.core.api.Assertions.assertThat;

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
import dungeon.standalone.bots.player.Commander;
import dungeon.standalone.bots.player.Mine;
import dungeon.standalone.bots.player.Place;
import dungeon.standalone.bots.player.Robot;
import dungeon.standalone.bots.player.Temper;
import dungeon.standalone.tournament.SmallMaps;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TempersTest {
    private static final MapType MAP = SmallMaps.drawn("S.B..", ".#.O.", "C...S");

    /** Digs with one robot, and does nothing about whoever hits it. */
    private static final class Sheep implements Temper {
        @Override
        public void think(Commander commander) {
            if (commander.view().ownRobots().isEmpty()) {
                commander.buyRobots(1);
            }
            Mine mine = commander.view().mines().iterator().next();
            for (Robot robot : commander.freeRobots()) {
                if (!commander.goTowards(robot, mine.place()) && !robot.isMining()) {
                    commander.mine(robot);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Tempers.class)
    void sellsBeforeItsHoldIsLost(Tempers temper) {
        List<Event> game = SmallMaps.play(MAP, Duration.ofMinutes(2), temper.create());
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
    @EnumSource(Tempers.class)
    void ordersNothingThatCannotBeDone(Tempers temper) {
        List<Event> game = SmallMaps.play(MAP, Duration.ofMinutes(2), temper.create());
        assertThat(SmallMaps.payloads(game, CommandRejected.class)).isEmpty();
        assertThat(SmallMaps.payloads(game, ActionFailed.class)).isEmpty();
        assertThat(SmallMaps.payloads(game, VoucherDiscarded.class)).isEmpty();
        assertThat(SmallMaps.payloads(game, RobotDestroyed.class)).isEmpty();
    }

    @Test
    void theExplorerSeesAllStarSystemsButTheBlackHole() {
        List<Event> game = SmallMaps.play(MAP, Duration.ofMinutes(2), Tempers.EXPLORER.create());
        Set<Place> seen = SmallMaps.payloads(game, RobotMoved.class).stream()
                .map(move -> Place.of(move.getCondition().getPosition()))
                .collect(Collectors.toSet());
        SmallMaps.payloads(game, RobotSpawned.class)
                .forEach(spawned -> seen.add(Place.of(spawned.getCondition().getPosition())));
        assertThat(seen).hasSize(5 * 3 - 2);
    }

    @Test
    void theTraderReachesTheMoreValuableResource() {
        List<Event> game =
                SmallMaps.play(SmallMaps.drawn("SB.", "C.D"), Duration.ofMinutes(3), Tempers.TRADER.create());
        Set<String> sold = SmallMaps.payloads(game, ResourcesSold.class).stream()
                .flatMap(sale -> sale.getLots().stream())
                .map(lot -> lot.getResource().name())
                .collect(Collectors.toSet());
        assertThat(sold).contains("CRYO_GAS", "DARK_MATTER");
    }

    @Test
    void theFighterArmsItselfAndDestroysWhoDoesNotDefendItself() {
        List<Event> game = SmallMaps.play(
                SmallMaps.drawn("S.B", "###"), Duration.ofMinutes(3), Tempers.FIGHTER.create(), new Sheep());
        assertThat(SmallMaps.payloads(game, RobotUpgraded.class))
                .extracting(RobotUpgraded::getUpgrade)
                .contains(Upgrade.DAMAGE);
        assertThat(SmallMaps.payloads(game, RobotDestroyed.class)).isNotEmpty();
    }

    @Test
    void theMinerGetsAwayFromAStrongerOneAndIsRepaired() {
        List<Event> game = SmallMaps.play(
                SmallMaps.drawn("S.B", "###"), Duration.ofMinutes(3), Tempers.MINER.create(), Tempers.FIGHTER.create());
        List<RobotAttacked> attacks = SmallMaps.payloads(game, RobotAttacked.class);
        assertThat(attacks).isNotEmpty();
        assertThat(SmallMaps.payloads(game, RobotDestroyed.class).size()).isLessThan(attacks.size() / 2);
    }
}
