package dungeon.robots.decide.map;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.MapPlan.at;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.everywhere;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.Encoded;
import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.schemas.Condition;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.Detail;
import dungeon.schemas.Direction;
import dungeon.schemas.Discovery;
import dungeon.schemas.Levels;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.UnitRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesFaultsTest {
    private static final String TOO_MUCH_ENERGY = "is more than the 20 that a new robot can hold";

    static Stream<Arguments> faults() {
        return Stream.of(
                row("/initialCredits", "buy no robot at a price of 100", rules -> rules.setInitialCredits(99)),
                row("/moveEnergy/0", TOO_MUCH_ENERGY, rules -> rules.setMoveEnergy(List.of(21, 2, 3))),
                row("/moveEnergy/2", TOO_MUCH_ENERGY, rules -> rules.setMoveEnergy(List.of(1, 2, 21))),
                row("/attackEnergy/0", TOO_MUCH_ENERGY, rules -> rules.setAttackEnergy(List.of(21, 2, 3, 4, 5, 6))),
                row("/miningEnergy/0", TOO_MUCH_ENERGY, rules -> rules.setMiningEnergy(List.of(21, 2, 3, 4, 5, 6))),
                row("/sellEnergy", TOO_MUCH_ENERGY, rules -> rules.setSellEnergy(21)),
                row(
                        "/energyRegeneration/5",
                        "must be at least 1",
                        rules -> rules.setEnergyRegeneration(List.of(1, 1, 1, 1, 1, 0))),
                row("/health/0", "must be at least 1", rules -> rules.setHealth(List.of(0, 1, 1, 1, 1, 1))),
                row("/stationEnergyFactor", "must be at least 1", rules -> rules.setStationEnergyFactor(0)),
                row("/tradingCreditsPerPoint", "must be at least 1", rules -> rules.setTradingCreditsPerPoint(0)),
                row("/queueMaximum", "must be at least 1", rules -> rules.setQueueMaximum(0)),
                row("/queueMaximum", "is 17; 16 is the most", rules -> rules.setQueueMaximum(17)),
                row("/robotsPerPlayerMaximum", "must be at least 1", rules -> rules.setRobotsPerPlayerMaximum(0)),
                row(
                        "/robotsPerPlayerMaximum",
                        "is 101; 100 is the most",
                        rules -> rules.setRobotsPerPlayerMaximum(101)),
                row(
                        "/miningResource/1",
                        "is not known to this build",
                        rules -> rules.setMiningResource(List.of(
                                Resource.BIO_MATTER,
                                Resource.UNKNOWN,
                                Resource.BIO_MATTER,
                                Resource.BIO_MATTER,
                                Resource.BIO_MATTER,
                                Resource.BIO_MATTER))),
                row(
                        "/travellingPoints/1",
                        "is 10001 and must be 0 to 10000",
                        rules -> rules.setTravellingPoints(List.of(1, 10_001, 1))),
                row(
                        "/miningPoints/4",
                        "is 10001 and must be 0 to 10000",
                        rules -> rules.setMiningPoints(List.of(1, 1, 1, 1, 10_001))),
                row(
                        "/resourcePrice/4",
                        "is 1000001 and must be 0 to 1000000",
                        rules -> rules.setResourcePrice(List.of(1, 1, 1, 1, 1_000_001))),
                row("/damagePoints", "is 10001 and must be 0 to 10000", rules -> rules.setDamagePoints(10_001)),
                row("/killPoints", "is 10001 and must be 0 to 10000", rules -> rules.setKillPoints(10_001)),
                row(
                        "/ownRobotPenaltyPoints",
                        "is 10001 and must be 0 to 10000",
                        rules -> rules.setOwnRobotPenaltyPoints(10_001)),
                row("/upgradePoints", "is 10001 and must be 0 to 10000", rules -> rules.setUpgradePoints(10_001)),
                row(
                        "/storage/5",
                        "is less than the 400 of the level before",
                        rules -> rules.setStorage(List.of(20, 50, 100, 200, 400, 399))),
                row(
                        "/health/1",
                        "is less than the 10 of the level before",
                        rules -> rules.setHealth(List.of(10, 9, 10, 10, 10, 10))),
                row(
                        "/energyCapacity/3",
                        "is less than the 40 of the level before",
                        rules -> rules.setEnergyCapacity(List.of(20, 30, 40, 39, 40, 40))),
                row("/killUpgradeShare", "is 1001 and must be 0 to 1000", rules -> rules.setKillUpgradeShare(1_001)),
                row("/expiresAfterMs", "is -1 and must be 0 to 1000000000", rules -> rules.setExpiresAfterMs(-1)),
                row("/robotPrice", "is -1 and must be 0 to 1000000000", rules -> rules.setRobotPrice(-1)),
                row(
                        "/initialCredits",
                        "is 9223372036854775807 and must be 0 to 1000000000",
                        rules -> rules.setInitialCredits(Long.MAX_VALUE)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void faults(String pointer, String problem, Consumer<Rules> break_) {
        Rules rules = defaults();
        break_.accept(rules);

        assertThat(RulesFaults.of(rules)).containsExactly(new Detail(pointer, problem));
        GameScenario.empty()
                .send(ADMINISTRATOR, creation(crossroads().mapType(), rules))
                .isRejected(RejectionCode.INVALID_RULES, pointer, problem);
    }

    @Test
    void theDefaultsHaveNone() {
        assertThat(RulesFaults.of(defaults())).isEmpty();
    }

    @Test
    void noNumberMayBeNegativeAndNoListHaveAnotherLength() {
        for (Schema.Field field : Rules.getClassSchema().getFields()) {
            Rules rules = defaults();
            if (rules.get(field.pos()) instanceof List<?> values) {
                for (int length : new int[] {0, values.size() - 1, values.size() + 1}) {
                    rules.put(field.pos(), Collections.nCopies(length, values.get(0)));
                    assertThat(RulesFaults.of(rules))
                            .containsExactly(new Detail(
                                    "/" + field.name(),
                                    "has %d entries and must have %d".formatted(length, values.size())));
                }
                if (values.get(0) instanceof Integer) {
                    for (int i = 0; i < values.size(); i++) {
                        List<Object> changed = new ArrayList<>(values);
                        changed.set(i, -1);
                        rules.put(field.pos(), changed);
                        assertThat(RulesFaults.of(rules)).containsExactly(negative("/" + field.name() + "/" + i));
                    }
                }
            } else {
                boolean wide = rules.get(field.pos()) instanceof Long;
                rules.put(field.pos(), wide ? (Object) Long.valueOf(-1) : Integer.valueOf(-1));
                assertThat(RulesFaults.of(rules)).containsExactly(negative("/" + field.name()));
            }
        }
    }

    @Test
    void faultsInManyPlacesAreAllReported() {
        Rules rules = defaults();
        rules.setSellEnergy(-1);
        rules.setDamage(List.of(1, 2, -3, 4, 5, -6));
        rules.setHealth(List.of());
        rules.setPurgedAfterMs(-1);

        assertThat(RulesFaults.of(rules).stream().map(Detail::getName))
                .containsExactly("/sellEnergy", "/damage/2", "/damage/5", "/purgedAfterMs", "/health");
    }

    @Test
    void aRejectionOfEndlessListsFitsIntoItsEvent() {
        Rules rules = defaults();
        for (Schema.Field field : rules.getSchema().getFields()) {
            if (rules.get(field.pos()) instanceof List<?> values && values.get(0) instanceof Integer) {
                rules.put(field.pos(), Collections.nCopies(25_000, -1));
            }
        }

        var events = GameScenario.empty()
                .send(ADMINISTRATOR, creation(crossroads().mapType(), rules))
                .events();

        assertThat(events).hasSize(1);
        assertThat(Encoded.bytes(events.get(0))).hasSizeLessThan(512 * 1024);
    }

    @Test
    void theLargestValuesThatAreTakenOverflowNothing() {
        int most = 1_000_000_000;
        Rules rules = defaults();
        for (Schema.Field field : rules.getSchema().getFields()) {
            Object value = rules.get(field.pos());
            boolean points = field.name().toLowerCase(Locale.ROOT).contains("points");
            boolean bounded =
                    field.name().equals("queueMaximum") || field.name().equals("robotsPerPlayerMaximum");
            if (field.name().equals("resourcePrice")) {
                rules.setResourcePrice(Collections.nCopies(5, 1_000_000));
            } else if (value instanceof List<?> values && values.get(0) instanceof Integer) {
                rules.put(field.pos(), Collections.nCopies(values.size(), points ? 10_000 : most));
            } else if (value instanceof Integer && !bounded) {
                rules.put(field.pos(), points ? 10_000 : most);
            } else if (value instanceof Long) {
                rules.put(field.pos(), (long) most);
            }
        }
        rules.setMoveCooldownMs(0);
        rules.setKillUpgradeShare(1_000);
        assertThat(RulesFaults.of(rules)).isEmpty();
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        Condition weak = new Condition(tile(0, 0), 0, 1, 0, 0, GameScenario.time(0), GameScenario.time(0), 0, null);
        String robot = game.spawn(ANN, new Levels(0, 0, 0, 0, 0, 0, 0, 0), weak);

        // 10^18 energies and 10^18 health come in each ms at a station, so it is full after the first.
        long end = GameScenario.DURATION_MS - 1;
        game.at(end)
                .move(ANN, robot, Direction.E)
                .gives(new RobotMoved(
                        robot,
                        tile(0, 0),
                        new Condition(
                                tile(1, 0), most, 0, 0, 0, GameScenario.time(end), GameScenario.time(end), 0, null),
                        new Score(ScoreCategory.TRAVELLING, 10_000, 10_000, 10_000),
                        null));
    }

    /** Ten sales were enough, on a map whose mine comes again and again, to make a balance of 64 bits negative. */
    @Test
    void noPriceThatIsTakenLetsABalanceOverflow() {
        MapPlan richest = MapPlan.of(200, 200).station(0, 0).deposit(1, 0, Resource.BIO_MATTER, 1_000_000);
        richest.content(new ContentLayer(
                everywhere(), ContentKind.MINE, 3_998, null, Resource.BIO_MATTER, new UnitRange(1_000_000, 1_000_000)));
        for (int i = 0; i < 100; i++) {
            richest.discovery(new Discovery(
                    at(tile(1, 0)), Resource.BIO_MATTER, 0, 0L, new UnitRange(1_000_000, 1_000_000), 1_000));
        }
        assertThat(MapTypeFaults.of(richest.mapType())).isEmpty();
        long units = (3_999 + 100 * 1_000) * 1_000_000L;

        for (int price = 1_000_000_000; price > 0; price /= 10) {
            Rules rules = defaults();
            rules.setResourcePrice(List.of(price, 1, 1, 1, 1));
            boolean taken = RulesFaults.of(rules).isEmpty();
            boolean overflows = Long.MAX_VALUE / units < price;
            assertThat(taken && overflows).as("price %d", price).isFalse();
        }
    }

    private static Detail negative(String pointer) {
        return new Detail(pointer, "is -1 and must be 0 to 1000000000");
    }

    private static Arguments row(String pointer, String problem, Consumer<Rules> break_) {
        return Arguments.of(pointer, problem, break_);
    }
}
