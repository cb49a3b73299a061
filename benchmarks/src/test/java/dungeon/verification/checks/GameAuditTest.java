package dungeon.verification.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.Sent;
import dungeon.benchmarks.host.TokenOffice;
import dungeon.benchmarks.load.GameScript;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.admission.CommandAdmission;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.BuyRobots;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final String GAME_ID = Ids.timed(System.currentTimeMillis(), "game");
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
        assertThat(audit())
                .isEqualTo(new GameAudit.Extent(COMMAND_LOG.size(), PLAYED.size(), true, 1, GameAudit.Depth.REPLAYED));
    }

    @Test
    void whatEndedAsADeadLetterIsNoCommandOfTheGame() {
        PublishedLog.LoggedCommand unsigned = unsigned();
        List<PublishedLog.LoggedCommand> records = new ArrayList<>(COMMAND_LOG);
        records.add(records.size() / 2, unsigned);

        PublishedLog log = PublishedLog.of(records, List.of(deadLetterOf(unsigned.record())), events);
        assertThat(GameAudit.of(log, GAME_ID, verifier))
                .isEqualTo(new GameAudit.Extent(COMMAND_LOG.size(), PLAYED.size(), true, 1, GameAudit.Depth.REPLAYED));
        assertThat(log.deadLetters().count("UNAUTHENTICATED")).isEqualTo(1);
        LogChecks.everyCommandHasOneOutcome(log);

        PublishedLog withoutOutcome = PublishedLog.of(records, events);
        assertThatThrownBy(() -> GameAudit.of(withoutOutcome, GAME_ID, verifier))
                .isInstanceOf(BrokenPromiseException.class);
        assertThatThrownBy(() -> LogChecks.everyCommandHasOneOutcome(withoutOutcome))
                .hasMessageContaining("commands have no outcome");
    }

    @Test
    void aRecordWithTwoDeadLettersIsFound() {
        PublishedLog.LoggedCommand unsigned = unsigned();
        ConsumerRecord<byte[], byte[]> deadLetter = deadLetterOf(unsigned.record());
        PublishedLog log = PublishedLog.of(COMMAND_LOG, List.of(deadLetter, deadLetter), events);
        assertThatThrownBy(() -> LogChecks.everyCommandHasOneOutcome(log))
                .hasMessageContaining("1 records are dead letters twice");
    }

    @Test
    void commandsThatWereAdmittedStayThoughTheKeyOfTheirTokensWasTakenAway() {
        TokenVerifier without = new TokenVerifier((selector, context) -> List.of());
        assertThat(GameAudit.of(PublishedLog.of(COMMAND_LOG, events), GAME_ID, without))
                .isEqualTo(new GameAudit.Extent(COMMAND_LOG.size(), PLAYED.size(), true, 1, GameAudit.Depth.REPLAYED));
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
        assertThat(GameAudit.of(log, GAME_ID, verifier))
                .isEqualTo(new GameAudit.Extent(1, 1, false, 1, GameAudit.Depth.REPLAYED));
    }

    @Test
    void aGameByOtherRulesIsNotPlayedAgain() {
        payload(GameCreated.class).setRulesVersion(2);
        payload(RobotsPurchased.class).setPrice(1L);

        assertThat(audit())
                .isEqualTo(
                        new GameAudit.Extent(COMMAND_LOG.size(), PLAYED.size(), true, 2, GameAudit.Depth.OTHER_RULES));
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

    /** They are kept for a week, and a game that is older has broken nothing. */
    @Test
    void aGameWhoseFirstCommandsAreGoneIsJudgedByItsEvents() {
        List<PublishedLog.LoggedCommand> late = COMMAND_LOG.subList(COMMAND_LOG.size() / 2, COMMAND_LOG.size());

        assertThat(GameAudit.of(PublishedLog.of(late, events), GAME_ID, verifier))
                .isEqualTo(new GameAudit.Extent(0, PLAYED.size(), true, 1, GameAudit.Depth.NO_COMMANDS));
    }

    @Test
    void aFaultInTheEventsIsFoundWithoutCommands() {
        payload(RobotsPurchased.class).setPrice(1L);

        assertThatThrownBy(() -> GameAudit.of(PublishedLog.of(List.of(), events), GAME_ID, verifier))
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("The auditor");
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

    /** A command that was sent without a token, in the middle of the game. */
    private static PublishedLog.LoggedCommand unsigned() {
        Command command = new Command(
                "00000000-0000-4000-8000-000000000005", Instant.EPOCH, GAME_ID, null, new BuyRobots(1, null));
        long timeMs = COMMAND_LOG.get(COMMAND_LOG.size() / 2).record().timestamp();
        command.setIssuedAt(Instant.ofEpochMilli(timeMs));
        return logged(command, new RecordHeaders(), 1_000_000, timeMs);
    }

    private static ConsumerRecord<byte[], byte[]> deadLetterOf(ConsumerRecord<byte[], byte[]> record) {
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        CommandAdmission.TOPIC_HEADER, record.topic(),
                        CommandAdmission.PARTITION_HEADER, String.valueOf(record.partition()),
                        CommandAdmission.OFFSET_HEADER, String.valueOf(record.offset()),
                        CommandAdmission.REASON_HEADER, "UNAUTHENTICATED")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return logged(null, headers, 0, record.timestamp()).record();
    }

    private static PublishedLog.LoggedCommand logged(Sent sent, long timeMs) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Topics.AUTHORIZATION_HEADER, office.authorization(sent));
        return logged(sent.command(), headers, COMMAND_LOG.size(), timeMs);
    }

    private static PublishedLog.LoggedCommand logged(Command command, RecordHeaders headers, long offset, long timeMs) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                Topics.COMMANDS.name(),
                0,
                offset,
                timeMs,
                TimestampType.LOG_APPEND_TIME,
                0,
                BYTES,
                null,
                null,
                headers,
                Optional.empty());
        return new PublishedLog.LoggedCommand(record, command, BYTES);
    }
}
