package dungeon.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.Sent;
import dungeon.benchmarks.host.TokenOffice;
import dungeon.benchmarks.load.GameScript;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.DepositChange;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole game is examined, and of one by other rules what its events alone show. */
class GameAuditTest {
    private static final String GAME_ID = "00000000-0000-3000-8000-000000000001";
    private static final int ROBOTS = 20;
    private static final int COMMANDS = 400;
    private static final int BYTES = 200;

    private static final List<BenchPlayer> PLAYERS = BenchPlayer.several(GameScript.playersFor(ROBOTS));
    private static final List<PublishedLog.LoggedCommand> COMMAND_LOG = new ArrayList<>();
    private static final List<Event> PLAYED = new ArrayList<>();

    private static TokenOffice office;
    private static TokenVerifier verifier;

    /** The events of the game, which can be changed. */
    private final List<Event> events = new ArrayList<>();

    @BeforeAll
    static void play() {
        office = new TokenOffice(PLAYERS);
        verifier = new TokenVerifier(new RemoteKeys(office.keySetUrl()));
        GameScript script = new GameScript(GAME_ID, PLAYERS, ROBOTS, 1);
        List<Sent> all = new ArrayList<>(script.opening());
        for (int i = 0; i < COMMANDS; i++) {
            all.add(script.next());
        }
        Command end = new Command("00000000-0000-4000-8000-000000000002", Instant.EPOCH, GAME_ID, null, new EndGame());
        all.add(new Sent(Sent.ADMINISTRATOR, end));
        InMemoryGame game = new InMemoryGame(GAME_ID);
        long timeMs = Instant.now().toEpochMilli();
        for (Sent sent : all) {
            timeMs += 50;
            sent.command().setIssuedAt(Instant.ofEpochMilli(timeMs));
            game.handle(sent.command(), new CommandMetadata(principal(sent), timeMs, BYTES), PLAYED::addAll);
            COMMAND_LOG.add(logged(sent, timeMs));
        }
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void copy() {
        PLAYED.forEach(event -> events.add(SpecificData.get().deepCopy(Event.SCHEMA$, event)));
    }

    @Test
    void aGameByTheseRulesIsPlayedAgain() {
        assertThat(audit()).isEqualTo(new GameAudit.Extent(COMMAND_LOG.size(), PLAYED.size(), true, 1, true));
    }

    @Test
    void anEventThatTheReplayDoesNotGiveIsFound() {
        payload(RobotsPurchased.class).setPrice(1L);

        assertThatThrownBy(this::audit)
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("is not what its replay gives");
    }

    @Test
    void aGameOfWhichThereAreRejectionsOnlyIsPlayedAgain() {
        Sent refused = new Sent(0, COMMAND_LOG.get(COMMAND_LOG.size() - 2).command());
        List<Event> rejection = new ArrayList<>();
        long timeMs = refused.command().getIssuedAt().toEpochMilli();
        new InMemoryGame(GAME_ID)
                .handle(refused.command(), new CommandMetadata(principal(refused), timeMs, BYTES), rejection::addAll);
        PublishedLog log = PublishedLog.of(List.of(logged(refused, timeMs)), rejection);

        assertThat(rejection).extracting(Event::getPayload).singleElement().isInstanceOf(CommandRejected.class);
        assertThat(GameAudit.of(log, GAME_ID, verifier)).isEqualTo(new GameAudit.Extent(1, 1, false, 1, true));
    }

    @Test
    void aGameByOtherRulesIsNotPlayedAgain() {
        payload(GameCreated.class).setRulesVersion(2);
        payload(RobotsPurchased.class).setPrice(1L);

        assertThat(audit()).isEqualTo(new GameAudit.Extent(COMMAND_LOG.size(), PLAYED.size(), true, 2, false));
    }

    @Test
    void whetherAGameByOtherRulesIsOverIsSaid() {
        payload(GameCreated.class).setRulesVersion(2);
        events.removeIf(event -> event.getPayload() instanceof GameEnded);

        assertThat(audit().over()).isFalse();
    }

    @Test
    void aGapInAGameByOtherRulesIsFound() {
        payload(GameCreated.class).setRulesVersion(2);
        Event removed = events.remove(events.size() / 2);

        assertThatThrownBy(this::audit)
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("The sequence of")
                .hasMessageContaining(
                        "is %d and must be %d".formatted(removed.getSequence() + 1, removed.getSequence()));
    }

    @Test
    void timeThatRunsBackwardsInAGameByOtherRulesIsFound() {
        payload(GameCreated.class).setRulesVersion(2);
        events.get(events.size() / 2).setTime(Instant.EPOCH);

        assertThatThrownBy(this::audit)
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("The time of game " + GAME_ID + " runs backwards");
    }

    @Test
    void anEventOfAnUnknownRobotInAGameByOtherRulesIsFound() {
        payload(GameCreated.class).setRulesVersion(2);
        payload(RobotMoved.class).setRobotId("00000000-0000-4000-8000-000000000003");

        assertThatThrownBy(this::audit)
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("An event of game " + GAME_ID + " does not fit");
    }

    @Test
    void aChangeOfADiscoveryThatTheMapDoesNotHaveInAGameByOtherRulesIsFound() {
        payload(GameCreated.class).setRulesVersion(2);
        payload(ResourcesMined.class).setDeposits(List.of(new DepositChange(100, 0L, 0, null)));

        assertThatThrownBy(this::audit)
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("An event of game " + GAME_ID + " does not fit");
    }

    private GameAudit.Extent audit() {
        return GameAudit.of(PublishedLog.of(COMMAND_LOG, events), GAME_ID, verifier);
    }

    /** The first payload of a type. */
    private <T> T payload(Class<T> type) {
        Optional<T> first = events.stream()
                .map(Event::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
        return first.orElseThrow();
    }

    private static Principal principal(Sent sent) {
        return sent.player() == Sent.ADMINISTRATOR
                ? Principal.administrator()
                : Principal.player(
                        PLAYERS.get(sent.player()).playerId(),
                        PLAYERS.get(sent.player()).name());
    }

    private static PublishedLog.LoggedCommand logged(Sent sent, long timeMs) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Topics.AUTHORIZATION_HEADER, office.authorization(sent));
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                Topics.COMMANDS.name(),
                0,
                COMMAND_LOG.size(),
                timeMs,
                TimestampType.LOG_APPEND_TIME,
                0,
                BYTES,
                null,
                null,
                headers,
                Optional.empty());
        return new PublishedLog.LoggedCommand(record, sent.command(), BYTES);
    }
}
