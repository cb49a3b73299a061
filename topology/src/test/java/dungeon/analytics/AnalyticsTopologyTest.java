package dungeon.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.envelope.Ids;
import dungeon.robots.MapPlan;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Condition;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.GameStarted;
import dungeon.schemas.Lot;
import dungeon.schemas.MapType;
import dungeon.schemas.OpenMatch;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Standing;
import dungeon.schemas.Tile;
import dungeon.schemas.analytics.PlayerActivity;
import dungeon.schemas.analytics.PlayerDay;
import dungeon.schemas.analytics.PlayerKills;
import dungeon.schemas.analytics.ResourceSales;
import dungeon.schemas.analytics.WindowResult;
import dungeon.schemas.serde.TestRegistry;
import dungeon.schemas.topics.AnalyticsTopics;
import dungeon.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyticsTopologyTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final MapType MAP = MapPlan.crossroads().mapType();
    private static final String ADA = Ids.nameBased("ada");
    private static final String BOB = Ids.nameBased("bob");
    private static final String GAME = Ids.timed(0, "one");
    private static final String OTHER_GAME = Ids.timed(0, "other");

    @TempDir
    private Path stateDir;

    private final TestRegistry registry = new TestRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> events;
    private TestOutputTopic<String, WindowResult> results;
    private Serializer<Event> serializer;

    @BeforeEach
    void open() {
        AnalyticsConfig config =
                AnalyticsConfig.from(Map.of("schema.registry.url", registry.url(), "state.dir", stateDir.toString()));
        driver = new TopologyTestDriver(
                AnalyticsTopology.build(
                        new TopologyConfig(new StreamsConfig(config.streamsSettings("any:1"))),
                        Topics.EVENTS.valueSerde(config.clientSettings()).deserializer(),
                        config.clientSettings()),
                config.streamsSettings("any:1"));
        serializer = Topics.EVENTS.valueSerde(config.clientSettings()).serializer();
        events = driver.createInputTopic(Topics.EVENTS.name(), new StringSerializer(), new ByteArraySerializer());
        results = driver.createOutputTopic(
                AnalyticsTopics.RESULTS.name(),
                AnalyticsTopics.RESULTS.keySerde().deserializer(),
                AnalyticsTopics.RESULTS.valueSerde(config.clientSettings()).deserializer());
    }

    @AfterEach
    void close() {
        driver.close();
        registry.close();
    }

    @Test
    void salesOfAllGamesAreSummedByResourceAndMinuteOfTheirEvents() {
        sell(GAME, NOON.plusSeconds(1), lot(Resource.ION_DUST, 2, 20), lot(Resource.PLASMA_CORE, 1, 60));
        sell(OTHER_GAME, NOON.plusSeconds(59), lot(Resource.ION_DUST, 3, 45));
        sell(GAME, NOON.plusSeconds(60), lot(Resource.ION_DUST, 1, 7));

        assertThat(live(AnalyticsTopology.SALES, Resource.ION_DUST.name(), NOON))
                .isEqualTo(new ResourceSales(Resource.ION_DUST, 2L, 5L, 65L, 10L, 15L));
        assertThat(live(AnalyticsTopology.SALES, Resource.ION_DUST.name(), NOON.plus(MINUTE)))
                .isEqualTo(new ResourceSales(Resource.ION_DUST, 1L, 1L, 7L, 7L, 7L));
        assertThat(live(AnalyticsTopology.SALES, Resource.PLASMA_CORE.name(), NOON))
                .isEqualTo(new ResourceSales(Resource.PLASMA_CORE, 1L, 1L, 60L, 60L, 60L));
        assertThat(closed()).as("while events can still come").isEmpty();
    }

    @Test
    void aWindowIsPublishedOnceWhenNothingCanChangeItAnyMore() {
        sell(GAME, NOON, lot(Resource.ION_DUST, 2, 20));
        sell(GAME, NOON.plus(MINUTE).plus(Windows.GRACE).minusMillis(1), lot(Resource.ION_DUST, 1, 10));
        assertThat(closed()).isEmpty();

        sell(GAME, NOON.plus(MINUTE).plus(Windows.GRACE).plusSeconds(1), lot(Resource.ION_DUST, 1, 10));

        assertThat(closed())
                .containsExactly(KeyValue.pair(
                        "ION_DUST",
                        new WindowResult(
                                NOON, NOON.plus(MINUTE), new ResourceSales(Resource.ION_DUST, 1L, 2L, 20L, 10L, 10L))));
        sell(GAME, NOON.plus(MINUTE).plus(Windows.GRACE).plusSeconds(2), lot(Resource.ION_DUST, 1, 10));
        assertThat(closed()).isEmpty();
    }

    @Test
    void whatComesLateIsCountedInItsWindowUntilThatIsClosedAndAsLateAfterwards() {
        sell(GAME, NOON, lot(Resource.ION_DUST, 2, 20));
        sell(GAME, NOON.plus(Windows.GRACE), lot(Resource.ION_DUST, 1, 10));
        sell(OTHER_GAME, NOON.plusSeconds(30), lot(Resource.ION_DUST, 1, 8));
        assertThat(live(AnalyticsTopology.SALES, "ION_DUST", NOON))
                .isEqualTo(new ResourceSales(Resource.ION_DUST, 2L, 3L, 28L, 8L, 10L));
        assertThat(LateEvents.in(driver.metrics())).isZero();

        sell(GAME, NOON.plus(MINUTE).plus(Windows.GRACE).plusSeconds(1), lot(Resource.ION_DUST, 1, 10));
        sell(OTHER_GAME, NOON.plusSeconds(31), lot(Resource.ION_DUST, 1, 9));

        assertThat(closed())
                .extracting(result -> result.value.getResult())
                .containsExactly(new ResourceSales(Resource.ION_DUST, 2L, 3L, 28L, 8L, 10L));
        assertThat(LateEvents.in(driver.metrics())).isEqualTo(1);
    }

    @Test
    void aKillIsInEachOfTheFiveWindowsThatBeginWithTheMinutesBefore() {
        destroy(NOON.plusSeconds(30), DestructionCause.COMBAT, ADA);
        destroy(NOON.plusSeconds(40), DestructionCause.BLACK_HOLE, ADA);
        destroy(NOON.plusSeconds(45), DestructionCause.COMBAT, ADA, null);
        destroy(NOON.plus(MINUTE.multipliedBy(2)), DestructionCause.COMBAT, ADA);

        for (int minute = -4; minute <= 2; minute++) {
            long expected = minute >= -2 && minute <= 0 ? 2 : 1;
            assertThat(live(AnalyticsTopology.KILLS, ADA, NOON.plus(MINUTE.multipliedBy(minute))))
                    .as("from minute %d on", minute)
                    .isEqualTo(new PlayerKills(ADA, expected));
        }
        assertThat(live(AnalyticsTopology.KILLS, ADA, NOON.plus(MINUTE.multipliedBy(3))))
                .isNull();
    }

    @Test
    void aPlayerIsActiveUntilNothingComesForFiveMinutes() {
        reject(NOON, ADA);
        reject(NOON.plusSeconds(390), ADA);
        pipe(new Event(GAME, 7L, NOON.plusSeconds(395), "c", ADA, 0, new PlayerEliminated()));
        // It comes late, and joins what was apart.
        sellFor(ADA, NOON.plusSeconds(180));
        sellFor(BOB, NOON.plusSeconds(20 * 60));
        sellFor(ADA, NOON.plusSeconds(20 * 60));

        assertThat(closed().stream().filter(result -> result.value.getResult() instanceof PlayerActivity))
                .containsExactly(KeyValue.pair(
                        ADA, new WindowResult(NOON, NOON.plusSeconds(390), new PlayerActivity(ADA, 3L, 2L))));
    }

    @Test
    void aDayHasTheGamesThatEndedOnItButNoPractice() {
        join(ADA, "Ada");
        join(BOB, "Bob");
        create(GAME, null);
        start(GAME);
        end(GAME, NOON, standing(ADA, 1, 30), standing(BOB, 2, 10));
        create(OTHER_GAME, null);
        start(OTHER_GAME);
        end(OTHER_GAME, NOON.plusSeconds(60), standing(BOB, 1, 5), standing(ADA, 2, 4));
        String practice = Ids.timed(0, "practice");
        create(practice, ADA);
        start(practice);
        end(practice, NOON.plusSeconds(90), standing(ADA, 1, 1_000));
        String match = Ids.timed(0, "match");
        create(match, null, new OpenMatch(ADA, "Ada", null));
        start(match);
        end(match, NOON.plusSeconds(92), standing(ADA, 1, 1_000));
        String neverBegun = Ids.timed(0, "never begun");
        create(neverBegun, null);
        end(neverBegun, NOON.plusSeconds(95), standing(ADA, 1, 0));
        end(Ids.timed(0, "unknown"), NOON.plusSeconds(96), standing(ADA, 1, 0));
        Instant nextDay = Instant.parse("2026-05-02T00:00:00Z");
        end(GAME, nextDay, standing(ADA, 1, 7));

        Instant day = Instant.parse("2026-05-01T00:00:00Z");
        assertThat(live(AnalyticsTopology.DAYS, ADA, day)).isEqualTo(new PlayerDay(ADA, "Ada", 2L, 1L, 34L));
        assertThat(live(AnalyticsTopology.DAYS, BOB, day)).isEqualTo(new PlayerDay(BOB, "Bob", 2L, 1L, 15L));
        assertThat(live(AnalyticsTopology.DAYS, ADA, nextDay)).isEqualTo(new PlayerDay(ADA, "Ada", 1L, 1L, 7L));
        assertThat(closed().stream().filter(result -> result.value.getResult() instanceof PlayerDay))
                .isEmpty();

        Instant closing = nextDay.plus(Windows.GRACE_OF_A_DAY).plusSeconds(1);
        end(GAME, closing, standing(ADA, 1, 0), standing(BOB, 2, 0));
        assertThat(closed().stream()
                        .filter(result -> result.value.getResult() instanceof PlayerDay)
                        .map(result -> result.value.getFrom() + " " + result.key))
                .containsExactlyInAnyOrder(day + " " + ADA, day + " " + BOB);
    }

    @Test
    void whoWasNotKnownYetIsNamedLater() {
        create(GAME, null);
        start(GAME);
        end(GAME, NOON, standing(ADA, 1, 30));
        join(ADA, "Ada");
        end(GAME, NOON.plusSeconds(60), standing(ADA, 1, 3));

        assertThat(live(AnalyticsTopology.DAYS, ADA, Instant.parse("2026-05-01T00:00:00Z")))
                .isEqualTo(new PlayerDay(ADA, "Ada", 2L, 2L, 33L));
    }

    @Test
    void whatIsNoEventAndWhatBelongsToNoGameIsLeftOut() {
        events.pipeInput(GAME, new byte[] {1, 2, 3});
        events.pipeInput(GAME, null);
        pipe(new Event(GAME, 0L, NOON, "c", ADA, 0, rejection()));
        sell(GAME, NOON, lot(Resource.ION_DUST, 0, 0));
        pipe(new Event(GAME, 9L, NOON, null, null, 0, new GamePurged()));

        assertThat(Stream.of(AnalyticsTopology.SALES, AnalyticsTopology.KILLS, AnalyticsTopology.DAYS)
                        .map(store -> driver.getWindowStore(store).all().hasNext()))
                .containsExactly(false, false, false);
    }

    @Test
    void eachFigureIsPartitionedAnewByItsOwnKey() {
        sell(GAME, NOON, lot(Resource.ION_DUST, 2, 20));
        destroy(NOON, DestructionCause.COMBAT, ADA);
        reject(NOON, ADA);
        join(ADA, "Ada");
        create(GAME, null);
        start(GAME);
        end(GAME, NOON, standing(ADA, 1, 30));

        assertThat(driver.producedTopicNames())
                .contains(
                        "dungeon-analytics-sales-by-resource-repartition",
                        "dungeon-analytics-kills-by-player-repartition",
                        "dungeon-analytics-acts-by-player-repartition",
                        "dungeon-analytics-names-by-player-repartition",
                        "dungeon-analytics-standings-by-player-repartition")
                .allMatch(name -> name.startsWith("dungeon-analytics-"));
    }

    private Object live(String store, String key, Instant from) {
        Object stored = driver.getTimestampedWindowStore(store).fetch(key, from.toEpochMilli());
        return stored == null ? null : ((ValueAndTimestamp<?>) stored).value();
    }

    private List<KeyValue<String, WindowResult>> closed() {
        return results.readKeyValuesToList();
    }

    private void sell(String gameId, Instant time, Lot... lots) {
        pipe(new Event(gameId, 7L, time, null, null, 0, sold(lots)));
    }

    private void sellFor(String playerId, Instant time) {
        pipe(new Event(GAME, 7L, time, "c", playerId, 0, sold()));
    }

    private static ResourcesSold sold(Lot... lots) {
        Condition condition = new Condition(new Tile(0, 0), 1, 0, 1, 0, NOON, NOON, 0, null);
        return new ResourcesSold(ADA, List.of(lots), 0L, 0L, condition, new Score(ScoreCategory.TRADING, 0, 0, 0));
    }

    private static Lot lot(Resource resource, int units, long revenue) {
        return new Lot(resource, units, revenue);
    }

    private void destroy(Instant time, DestructionCause cause, String playerId) {
        destroy(time, cause, playerId, 1);
    }

    private void destroy(Instant time, DestructionCause cause, String playerId, Integer kills) {
        RobotDestroyed destroyed = new RobotDestroyed();
        destroyed.setRobotId(BOB);
        destroyed.setCause(cause);
        destroyed.setLooted(List.of());
        destroyed.setEvaporated(List.of());
        // Those of the destroyer's own have none.
        destroyed.setKills(kills);
        pipe(new Event(GAME, 7L, time, null, playerId, 0, destroyed));
    }

    private void reject(Instant time, String playerId) {
        pipe(new Event(GAME, 7L, time, "c", playerId, 0, rejection()));
    }

    private static CommandRejected rejection() {
        return new CommandRejected(RejectionCode.UNKNOWN_GAME, "no", List.of());
    }

    private void join(String playerId, String name) {
        pipe(new Event(GAME, 7L, NOON, null, playerId, 0, new PlayerJoined(name, new Tile(0, 0), 0L, 0)));
    }

    private void create(String gameId, String practiceFor) {
        create(gameId, practiceFor, null);
    }

    private void create(String gameId, String practiceFor, OpenMatch match) {
        pipe(new Event(
                gameId,
                1L,
                NOON,
                null,
                null,
                0,
                new GameCreated(
                        MAP, Rules.newBuilder().build(), 4, 1_000L, "hash", practiceFor, null, 1, NOON, null, match)));
    }

    private void start(String gameId) {
        pipe(new Event(gameId, 6L, NOON, null, null, 0, new GameStarted(NOON, NOON)));
    }

    private void end(String gameId, Instant time, Standing... standings) {
        GameEnded ended = new GameEnded(EndReason.ADMINISTRATOR, "", List.of(standings), time, null);
        pipe(new Event(gameId, 7L, time, null, null, 0, ended));
    }

    private static Standing standing(String playerId, int rank, int total) {
        return new Standing(playerId, rank, total, 0, 0, 0, 0, 0, 0L);
    }

    private void pipe(Event event) {
        events.pipeInput(event.getGameId(), serializer.serialize(Topics.EVENTS.name(), event));
    }
}
