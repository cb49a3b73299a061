package dungeon.robots.decide;

import static dungeon.robots.Decided.by;
import static dungeon.robots.Decided.byTimer;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.condition;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.everywhere;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.Area;
import dungeon.schemas.ContentKind;
import dungeon.schemas.DepositChange;
import dungeon.schemas.Direction;
import dungeon.schemas.Discovery;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.Levels;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.Ring;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.state.Deposit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Discoveries on a small map. A robot at the mine takes 2 units of bio matter each time.
 *
 * <pre>
 *   1   .  .  .  .      S space station
 *   0   S  M  .  .      M mine
 *       0  1  2  3
 * </pre>
 */
class DiscoveryTest {
    /** So many belong to the map, whether it needs them or not. */
    private static final long DRAWS_OF_THE_MAP = 1_000_000;

    /** Draws 1,000,000 and on of the seed 0..31 in hex, before the modulo; computed with Python's hashlib. */
    private static final List<String> DRAWS = List.of(
            "d152ad8d32823235",
            "66de19289d9ac9d2",
            "fe9c770bd376bf3e",
            "e88feac119374ca8",
            "f9ca9cf1c6baffed",
            "1177b5fe6b7a37fe",
            "f45618836cc7af5d",
            "0025fdc792b5bdfb",
            "c324b739863e3660",
            "8e614f936f67e592");

    private static final long FULL = 20 * 5000;
    private static final Levels ROOMY = new Levels(5, 0, 0, 0, 0, 0, 0, 0);
    private static final Tile MINE = tile(1, 0);
    private static final List<Tile> EMPTY =
            List.of(tile(2, 0), tile(3, 0), tile(0, 1), tile(1, 1), tile(2, 1), tile(3, 1));

    private static MapPlan map(int units) {
        return MapPlan.of(4, 2).station(0, 0).deposit(1, 0, Resource.BIO_MATTER, units);
    }

    private static Discovery discovery(List<Area> area, int whenLeft, long delayMs, int min, int max, int atMost) {
        return new Discovery(area, Resource.BIO_MATTER, whenLeft, delayMs, new UnitRange(min, max), atMost);
    }

    /** Rows: share left, units placed, how many processes of 2 units until the new mine is announced. */
    @ParameterizedTest
    @CsvSource({
        "1000, 10, 1",
        "999, 10, 1",
        "800, 10, 1",
        "799, 10, 2",
        "600, 10, 2",
        "599, 10, 3",
        "400, 10, 3",
        "200, 10, 4",
        "199, 10, 5",
        "1, 10, 5",
        "0, 10, 5",
        "333, 9, 4",
        "334, 9, 3",
        "332, 9, 4",
        "0, 9, 5",
        "111, 9, 5",
        "112, 9, 4"
    })
    void aMineIsAnnouncedWhenTheUnitsFallToTheShare(int whenLeft, int placed, int processes) {
        GameScenario game =
                GameScenario.started(map(placed).discovery(discovery(everywhere(), whenLeft, 0, 7, 7, 1)), ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));

        for (int process = 1; process < processes; process++) {
            mine(game, robot, process);
            assertThat(discovered(game)).isEmpty();
        }
        mine(game, robot, processes);
        assertThat(discovered(game)).hasSize(1);
        Event event = game.events().get(game.events().size() - 1);
        assertThat(event.getPayload()).isInstanceOf(MineDiscovered.class);
        assertThat(event.getTime()).isEqualTo(GameScenario.time(processes * 5_000L));
    }

    @Test
    void withoutADelayTheMineAppearsInTheSameMomentAsADecisionOfItsOwn() {
        GameScenario game = GameScenario.started(map(10).discovery(discovery(everywhere(), 1000, 0, 10, 20, 1)), ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        Outcome order = game.send(ANN, new StartMining(robot, null));

        Tile at = EMPTY.get(draw(0, 6));
        int units = 10 + draw(1, 11);
        game.at(5_000)
                .tick()
                .givesDecisions(
                        by(order, 5_000, mined(robot, 8, 2, new DepositChange(0, 8L, 1, time(5_000)))),
                        byTimer(5_000, found(0, at, units, 1, counted(0, 8 + units, 1))));
        assertThat(game.records().tile(at.getX(), at.getY()).getContent()).isEqualTo(ContentKind.MINE);
        assertThat(game.records().mine(at.getX(), at.getY()).getRemainingUnits())
                .isEqualTo(units);
        assertThat(game.records().counters().getDraws()).isEqualTo(DRAWS_OF_THE_MAP + 2);
        assertThat(game.replayed()).isEqualTo(game.records());
    }

    @Test
    void theMineAppearsAfterTheDelayAndCanBeMined() {
        GameScenario game =
                GameScenario.started(map(10).discovery(discovery(everywhere(), 1000, 12_345, 3, 3, 1)), ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        mine(game, robot, 1);

        Tile at = EMPTY.get(draw(0, 6));
        game.at(17_344).tick().givesNothing();
        game.at(17_345).tick().givesDecisions(byTimer(17_345, found(0, at, 3, 1, counted(0, 11, 1))));
        Outcome order = game.send(ANN, new StartMining(robot, at));
        game.at(22_345)
                .tick()
                .givesDecisions(by(
                        order,
                        22_345,
                        new ResourcesMined(
                                robot, at, Resource.BIO_MATTER, 0, 2, 1, bio(2), null, List.of(counted(0, 9, 1)))));
    }

    @Test
    void whileOneIsToComeNoOtherIsAnnouncedAndAtMostSoManyAre() {
        GameScenario game =
                GameScenario.started(map(100).discovery(discovery(everywhere(), 1000, 12_000, 1, 1, 2)), ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        for (int process = 1; process <= 20; process++) {
            mine(game, robot, process);
        }

        // Announced at 5 s and, by the first process after 17 s, at 20 s. What counts is 99 of 100 and less.
        assertThat(times(game)).containsExactly(17_000L, 32_000L);
        assertThat(game.records().deposits().getDeposits())
                .singleElement()
                .satisfies(deposit -> assertThat(deposit.getDiscoveries()).isEqualTo(2));
    }

    @Test
    void oneThatIsDueInTheSameMomentIsStillToCome() {
        GameScenario game = GameScenario.started(map(10).discovery(discovery(everywhere(), 1000, 0, 7, 7, 9)), ANN);
        for (int robot = 0; robot < 2; robot++) {
            game.send(ANN, new StartMining(game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0)), null));
        }

        // Both processes complete before the mine appears that the first of them has announced.
        game.at(5_000).tick();

        assertThat(times(game)).containsExactly(5_000L);
        assertThat(game.records().deposits().getDeposits().get(0).getDiscoveries())
                .isEqualTo(1);
    }

    @Test
    void whatWasDiscoveredCountsAsLeft() {
        GameScenario game = GameScenario.started(map(10).discovery(discovery(everywhere(), 500, 0, 5, 5, 9)), ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        for (int process = 1; process <= 5; process++) {
            mine(game, robot, process);
        }

        // 8, 6, 4 + 5, 7, 5 + 5.
        assertThat(times(game)).containsExactly(15_000L, 25_000L);
        assertThat(game.records().deposits().getDeposits().get(0).getLeftUnits())
                .isEqualTo(10);
        assertThat(game.records().deposits().getDeposits().get(0).getPlacedUnits())
                .isEqualTo(10);
    }

    @Test
    void whatEvaporatedIsNotLeftEither() {
        GameScenario game = GameScenario.started(map(10).discovery(discovery(everywhere(), 800, 0, 1, 1, 1)), ANN);
        String robot = game.spawn(ANN, ROOMY, condition(tile(3, 1), FULL, 0, 0, 0));
        game.send(ANN, new StartMining(robot, MINE));
        game.at(5_000).tick();

        assertThat(times(game)).containsExactly(5_000L);
        assertThat(game.records().deposits().getDeposits().get(0).getLeftUnits())
                .isEqualTo(9);
    }

    /** Rows: an area, and its empty star systems in order of y, then x. */
    static Stream<Arguments> areas() {
        return Stream.of(
                Arguments.of(everywhere(), EMPTY),
                Arguments.of(MapPlan.at(tile(3, 1), MINE, tile(0, 0), tile(2, 0)), List.of(tile(2, 0), tile(3, 1))),
                Arguments.of(
                        List.of(new Area(false, null, tile(2, 1), tile(0, 0), null)),
                        List.of(tile(2, 0), tile(0, 1), tile(1, 1), tile(2, 1))),
                Arguments.of(List.of(new Area(false, null, null, null, new Ring(0, 0))), EMPTY),
                Arguments.of(
                        List.of(
                                new Area(false, List.of(tile(3, 1)), null, null, null),
                                new Area(false, null, tile(0, 0), tile(1, 1), null)),
                        List.of(tile(0, 1), tile(1, 1), tile(3, 1))));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void theMineAppearsOnAnEmptyStarSystemOfTheArea(List<Area> area, List<Tile> candidates) {
        GameScenario game = GameScenario.started(map(100).discovery(discovery(area, 1000, 0, 1, 2, 9)), ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));

        List<Tile> empty = new ArrayList<>(candidates);
        long left = 100;
        for (int i = 0; i < candidates.size() && i < DRAWS.size() / 2; i++) {
            Tile at = empty.remove(draw(2 * i, empty.size()));
            mine(game, robot, i + 1);
            assertThat(discovered(game)).hasSize(i + 1);
            int units = 1 + draw(2 * i + 1, 2);
            left += units - 2;
            assertThat(discovered(game).get(i)).isEqualTo(found(0, at, units, i + 1, counted(0, left, i + 1)));
        }
    }

    @Test
    void aRingIsTheDistanceFromTheEdge() {
        MapPlan map = MapPlan.of(5, 5)
                .station(0, 0)
                .deposit(1, 1, Resource.BIO_MATTER, 100)
                .discovery(discovery(List.of(new Area(false, null, null, null, new Ring(1, 9))), 1000, 0, 1, 1, 1));
        GameScenario game = GameScenario.started(map, ANN);
        String robot = game.spawn(ANN, ROOMY, condition(tile(1, 1), FULL, 0, 0, 0));
        mine(game, robot, 1);

        List<Tile> candidates =
                List.of(tile(2, 1), tile(3, 1), tile(1, 2), tile(2, 2), tile(3, 2), tile(1, 3), tile(2, 3), tile(3, 3));
        assertThat(discovered(game)).containsExactly(found(0, candidates.get(draw(0, 8)), 1, 1, counted(0, 99, 1)));
    }

    @Test
    void onlyMinesOfTheAreaAndTheResourceCount() {
        MapPlan map = map(100).deposit(2, 0, Resource.CRYO_GAS, 100)
                .deposit(3, 1, Resource.BIO_MATTER, 50)
                .discovery(discovery(MapPlan.at(tile(2, 0), tile(3, 0), tile(3, 1)), 1000, 0, 1, 1, 1));
        GameScenario game = GameScenario.started(map, ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));

        mine(game, robot, 1);
        game.send(ANN, new StartMining(robot, tile(2, 0)));
        game.at(10_000).tick();
        assertThat(discovered(game)).isEmpty();
        assertThat(game.records().deposits().getDeposits()).containsExactly(new Deposit(50L, 50L, 0, null));
        game.send(ANN, new StartMining(robot, tile(3, 1)));
        game.at(15_000).tick();
        assertThat(discovered(game)).containsExactly(found(0, tile(3, 0), 1, 1, counted(0, 49, 1)));
    }

    @Test
    void entriesThatAreDueAtOnceAreWorkedThroughInTheirOrder() {
        MapPlan map = map(100).discovery(discovery(everywhere(), 1000, 500, 1, 1, 1))
                .discovery(discovery(everywhere(), 1000, 500, 2, 2, 1))
                .discovery(discovery(everywhere(), 1000, 499, 3, 3, 1))
                .discovery(discovery(everywhere(), 900, 500, 4, 4, 1));
        GameScenario game = GameScenario.started(map, ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        mine(game, robot, 1);

        List<Tile> empty = new ArrayList<>(EMPTY);
        Tile third = empty.remove(draw(0, 6));
        Tile first = empty.remove(draw(2, 5));
        Tile second = empty.remove(draw(4, 4));
        game.at(9_999)
                .tick()
                .givesDecisions(
                        byTimer(5_499, found(2, third, 3, 1, countedByAll(101))),
                        byTimer(5_500, found(0, first, 1, 2, countedByAll(102))),
                        byTimer(5_500, found(1, second, 2, 3, countedByAll(104))));
        // 98 + 1 + 2 + 3 are left in the area of each.
        assertThat(game.records().deposits().getDeposits())
                .extracting(Deposit::getLeftUnits)
                .containsExactly(104L, 104L, 104L, 104L);
        assertThat(game.records().deposits().getDeposits())
                .extracting(Deposit::getDiscoveries)
                .containsExactly(1, 1, 1, 0);
        assertThat(game.records().timers()).as("only the game's end").hasSize(1);
        assertThat(game.replayed()).isEqualTo(game.records());
    }

    @Test
    void withNoEmptyStarSystemTheChanceIsGoneAndTheGameGoesOn() {
        MapPlan map = MapPlan.of(2, 2)
                .voidAt(0, 1)
                .voidAt(1, 1)
                .station(0, 0)
                .deposit(1, 0, Resource.BIO_MATTER, 4)
                .discovery(discovery(everywhere(), 500, 0, 5, 5, 1));
        GameScenario game = GameScenario.started(map, ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        Outcome first = game.send(ANN, new StartMining(robot, null));
        game.at(5_000)
                .tick()
                .givesDecisions(by(first, 5_000, mined(robot, 2, 2, new DepositChange(0, 2L, 1, time(5_000)))));
        assertThat(game.records().counters().getDraws()).isEqualTo(DRAWS_OF_THE_MAP);
        assertThat(game.records().timers()).as("only the game's end").hasSize(1);

        // Now the star system of the mine gets empty, but that was the only chance.
        Outcome second = game.send(ANN, new StartMining(robot, null));
        game.at(99_000)
                .tick()
                .givesDecisions(by(
                        second,
                        10_000,
                        new ResourcesMined(
                                robot,
                                MINE,
                                Resource.BIO_MATTER,
                                2,
                                0,
                                0,
                                bio(4),
                                points(2, 4),
                                List.of(counted(0, 0, 1))),
                        new MineDepleted(MINE, Resource.BIO_MATTER)));
    }

    @Test
    void aLaterChanceIsTakenThoughAnEarlierOneIsGone() {
        MapPlan map = MapPlan.of(2, 2)
                .voidAt(0, 1)
                .voidAt(1, 1)
                .station(0, 0)
                .deposit(1, 0, Resource.BIO_MATTER, 4)
                .discovery(discovery(everywhere(), 500, 0, 5, 5, 2));
        GameScenario game = GameScenario.started(map, ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        mine(game, robot, 1);
        mine(game, robot, 2);

        assertThat(discovered(game)).containsExactly(found(0, MINE, 5, 1, counted(0, 5, 2)));
        assertThat(times(game)).containsExactly(10_000L);
    }

    @Test
    void aProcessTakesNothingFromAMineThatAppearedInThePlaceOfItsOwn() {
        MapPlan map = map(2).discovery(discovery(MapPlan.at(MINE), 0, 0, 10, 10, 1));
        GameScenario game = GameScenario.started(map, ANN);
        String first = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        String second = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        String third = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        Outcome ofFirst = game.send(ANN, new StartMining(first, null));
        Outcome alsoAtOnce = game.send(ANN, new StartMining(third, null));
        Outcome ofSecond = game.at(1_000).send(ANN, new StartMining(second, null));

        ResourcesMined nothing =
                new ResourcesMined(second, MINE, Resource.BIO_MATTER, 0, 0, 0, List.of(), null, List.of());
        game.at(6_000)
                .tick()
                .givesDecisions(
                        by(
                                ofFirst,
                                5_000,
                                mined(first, 0, 2, new DepositChange(0, 0L, 1, time(5_000))),
                                new MineDepleted(MINE, Resource.BIO_MATTER)),
                        by(
                                alsoAtOnce,
                                5_000,
                                new ResourcesMined(
                                        third, MINE, Resource.BIO_MATTER, 0, 0, 0, List.of(), null, List.of())),
                        byTimer(5_000, found(0, MINE, 10, 1, counted(0, 10, 1))),
                        by(ofSecond, 6_000, nothing));
        assertThat(game.records().mine(1, 0).getRemainingUnits()).isEqualTo(10);
        assertThat(game.records().tile(1, 0).getContent()).isEqualTo(ContentKind.MINE);

        Outcome again = game.send(ANN, new StartMining(second, null));
        game.at(11_000)
                .tick()
                .givesDecisions(by(
                        again,
                        11_000,
                        new ResourcesMined(
                                second,
                                MINE,
                                Resource.BIO_MATTER,
                                2,
                                0,
                                8,
                                bio(2),
                                points(2, 4),
                                List.of(counted(0, 8, 1)))));
        assertThat(game.replayed()).isEqualTo(game.records());
    }

    @Test
    void nothingIsDiscoveredAfterTheEnd() {
        MapPlan map = map(10).discovery(discovery(everywhere(), 1000, GameScenario.DURATION_MS - 5_000, 1, 1, 1))
                .discovery(discovery(everywhere(), 1000, GameScenario.DURATION_MS - 4_000, 1, 1, 1));
        GameScenario game = GameScenario.started(map, ANN);
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        mine(game, robot, 1);

        game.at(2 * GameScenario.DURATION_MS).tick();

        assertThat(discovered(game)).isEmpty();
        assertThat(game.events().get(game.events().size() - 1).getPayload()).isInstanceOf(GameEnded.class);
    }

    @Test
    void robotsStandInNobodysWayAndAMoveOntoADiscoveredMineIsAMoveAsAny() {
        MapPlan map = map(10).discovery(discovery(MapPlan.at(MINE, tile(2, 0)), 1000, 0, 1, 1, 1));
        GameScenario game = GameScenario.started(map, ANN);
        String there = game.spawn(ANN, ROOMY, condition(tile(2, 0), FULL, 0, 0, 0));
        String robot = game.spawn(ANN, ROOMY, condition(MINE, FULL, 0, 0, 0));
        mine(game, robot, 1);
        assertThat(discovered(game)).containsExactly(found(0, tile(2, 0), 1, 1, counted(0, 9, 1)));

        game.move(ANN, robot, Direction.E);
        assertThat(game.records().robot(robot).getX())
                .isEqualTo(game.records().robot(there).getX());
    }

    /** Runs the n-th process of a robot, from 5 s before its end to that. */
    private static void mine(GameScenario game, String robot, int process) {
        game.at(5_000L * (process - 1)).send(ANN, new StartMining(robot, null));
        game.at(5_000L * process).tick();
    }

    private static List<MineDiscovered> discovered(GameScenario game) {
        return game.events().stream()
                .filter(event -> event.getPayload() instanceof MineDiscovered)
                .map(event -> (MineDiscovered) event.getPayload())
                .toList();
    }

    private static List<Long> times(GameScenario game) {
        return game.events().stream()
                .filter(event -> event.getPayload() instanceof MineDiscovered)
                .map(event -> event.getTime().toEpochMilli() - GameScenario.START_MS)
                .toList();
    }

    private static int draw(int number, int bound) {
        return new BigInteger(DRAWS.get(number), 16)
                .mod(BigInteger.valueOf(bound))
                .intValueExact();
    }

    private static ResourcesMined mined(String robot, int remaining, int pointsAfter, DepositChange deposit) {
        return new ResourcesMined(
                robot, MINE, Resource.BIO_MATTER, 2, 0, remaining, bio(2), points(2, pointsAfter), List.of(deposit));
    }

    /**
     * A mine that appeared; each takes two draws.
     *
     * @param entry of the map type's discoveries
     * @param discoveries how many mines have appeared so far
     */
    private static MineDiscovered found(int entry, Tile at, int units, int discoveries, DepositChange... deposits) {
        return new MineDiscovered(
                at, Resource.BIO_MATTER, units, entry, List.of(deposits), 1_000_000L + 2L * discoveries);
    }

    /** What is counted for an entry, without a mine that is announced. */
    private static DepositChange counted(int entry, long left, int discoveries) {
        return new DepositChange(entry, left, discoveries, null);
    }

    /** So many units are left for each of four entries, of which the last one has announced no mine. */
    private static DepositChange[] countedByAll(long left) {
        return new DepositChange[] {counted(0, left, 1), counted(1, left, 1), counted(2, left, 1), counted(3, left, 0)};
    }

    private static Score points(int gained, int after) {
        return new Score(ScoreCategory.MINING, gained, after, after);
    }

    private static List<ResourceUnits> bio(int units) {
        return List.of(new ResourceUnits(Resource.BIO_MATTER, units));
    }
}
