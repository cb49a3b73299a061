package dungeon.verification.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dungeon.schemas.ActionQueued;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Tile;
import dungeon.schemas.UpgradePurchased;
import dungeon.verification.audit.finding.Finding;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A game written down by hand breaks no promise; each change of the table breaks one, and the auditor says which. */
class AuditorTest {
    @Test
    void findsNothingInASoundGame() {
        assertThat(findings(new Story())).isEmpty();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("a sequence left out", 5, "sequence: expected 4, found 5", s -> s.events.remove(3)),
                change("an event twice", 3, "sequence: expected 4, found 3", s -> s.events.add(3, s.events.get(2))),
                change(
                        "time goes backwards",
                        7,
                        "time: expected no earlier than",
                        s -> event(s, 7).setTime(Story.at(99))),
                change(
                        "remaining does not count down",
                        6,
                        "remaining: expected 0, found 1",
                        s -> event(s, 6).setRemaining(1)),
                change(
                        "a decision of two commands",
                        6,
                        "commandId of the decision",
                        s -> event(s, 6).setCommandId(Story.id("other"))),
                change(
                        "a second outcome",
                        13,
                        "outcomes of command",
                        s -> event(s, 13).setCommandId(Story.id("back"))),
                change("a robot that nobody bought", 6, "quantity|rest of the decision", s -> {
                    s.payload(5, RobotsPurchased.class).setQuantity(2);
                    s.payload(5, RobotsPurchased.class).setPrice(200L);
                    s.payload(5, RobotsPurchased.class).setBalance(300L);
                }),
                change(
                        "a wrong price",
                        5,
                        "price: expected 100, found 99",
                        s -> s.payload(5, RobotsPurchased.class).setPrice(99L)),
                change(
                        "a wrong balance",
                        5,
                        "balance: expected 400, found 401",
                        s -> s.payload(5, RobotsPurchased.class).setBalance(401L)),
                change(
                        "a made-up robotId",
                        6,
                        "robotId: expected " + Story.ROBOT,
                        s -> s.payload(6, RobotSpawned.class).setRobotId(Story.id("x"))),
                change(
                        "two steps at once",
                        7,
                        "a value: expected a known one, found UNKNOWN",
                        s -> s.payload(7, RobotMoved.class).getCondition().setPosition(new Tile(2, 0))),
                change("a jump before the move", 7, "from: expected", s -> {
                    s.payload(7, RobotMoved.class).setFrom(new Tile(2, 0));
                }),
                change(
                        "energy of the move",
                        7,
                        "robot's energy: expected 19, found 20",
                        s -> s.payload(7, RobotMoved.class).getCondition().setEnergy(20)),
                change(
                        "the pause",
                        7,
                        "robot's readyAt: expected",
                        s -> s.payload(7, RobotMoved.class).getCondition().setReadyAt(Story.at(2_199))),
                change(
                        "no points for a new star system",
                        7,
                        "score: expected",
                        s -> s.payload(7, RobotMoved.class).setScore(null)),
                change(
                        "place in the queue",
                        8,
                        "place: expected 1, found 2",
                        s -> s.payload(8, ActionQueued.class).setPlace(2)),
                change(
                        "queued without need",
                        8,
                        "reason to wait",
                        s -> event(s, 8).setTime(Story.at(2_200))),
                change(
                        "from the queue too early",
                        9,
                        "time of what is due",
                        s -> event(s, 9).setTime(Story.at(2_199))),
                change(
                        "from the queue too late",
                        9,
                        "time of what is due",
                        s -> event(s, 9).setTime(Story.at(2_201))),
                change(
                        "duration of the process",
                        9,
                        "completesAt",
                        s -> s.payload(9, MiningStarted.class).setCompletesAt(Story.at(7_201))),
                change("what was due is skipped", 9, "timer: expected ACTION of robot", s -> remove(s, 9)),
                change(
                        "refused without reason",
                        10,
                        "refusal",
                        s -> s.payload(10, CommandRejected.class).setCode(RejectionCode.ELIMINATED)),
                change(
                        "refused though rich enough",
                        10,
                        "price in the details",
                        s -> s.payload(10, CommandRejected.class)
                                .getDetails()
                                .get(0)
                                .setValue("400")),
                change("a process that never completes", 11, "timer: expected MINING of robot", s -> remove(s, 11)),
                change(
                        "more units than were dug",
                        11,
                        "collected: expected 2, found 3",
                        s -> s.payload(11, ResourcesMined.class).setCollected(3)),
                change(
                        "units of the mine",
                        11,
                        "remainingUnits: expected 1, found 2",
                        s -> s.payload(11, ResourcesMined.class).setRemainingUnits(2)),
                change(
                        "a sale too dear",
                        13,
                        "lots: expected",
                        s -> s.payload(13, ResourcesSold.class).getLots().get(0).setRevenue(11L)),
                change(
                        "a level for free",
                        14,
                        "price: expected 50, found 0",
                        s -> s.payload(14, UpgradePurchased.class).setPrice(0L)),
                change(
                        "two levels at once",
                        15,
                        "level: expected 1, found 2",
                        s -> s.payload(15, RobotUpgraded.class).setLevel(2)),
                change(
                        "the end too late",
                        17,
                        "time of what is due",
                        s -> event(s, 17).setTime(Story.at(60_021))),
                change(
                        "another seed",
                        17,
                        "SHA-256 of the seed",
                        s -> s.payload(17, GameEnded.class).setSeed("01".repeat(32))),
                change(
                        "wrong standings",
                        17,
                        "standings: expected",
                        s -> s.payload(17, GameEnded.class)
                                .getStandings()
                                .get(0)
                                .setTotal(15)),
                change(
                        "purged too early",
                        18,
                        "time of what is due",
                        s -> event(s, 18).setTime(Story.at(3_660_019))),
                change(
                        "an event after the last",
                        19,
                        "an event after the last",
                        s -> s.events.add(new Event(
                                Story.GAME, 19L, Story.at(9_999_999), null, null, 0, s.payload(18, Object.class)))));
    }

    /** What events say of what comes later, so that nobody has to know the rules to fold them. */
    static Stream<Arguments> changesOfWhatIsTold() {
        return Stream.of(
                change(
                        "rules that the auditor does not know",
                        1,
                        "rulesVersion: expected 1, found 2",
                        s -> s.payload(1, GameCreated.class).setRulesVersion(2)),
                change(
                        "when the game expires",
                        1,
                        "expiresAt: expected 2023-11-15T22:13:20Z, found 2023-11-15T22:13:19.999Z",
                        s -> s.payload(1, GameCreated.class).setExpiresAt(Story.at(86_399_999))),
                change(
                        "the units that are counted for a discovery",
                        2,
                        "depositUnits: expected \\[3, 0], found \\[3, 1]",
                        s -> s.payload(2, MapInstantiated.class).setDepositUnits(List.of(3L, 1L))),
                change(
                        "one discovery too few",
                        2,
                        "depositUnits: expected \\[3, 0], found \\[3]",
                        s -> s.payload(2, MapInstantiated.class).setDepositUnits(List.of(3L))),
                change(
                        "the first draw of the game",
                        2,
                        "nextDraw: expected 1000000, found 1000001",
                        s -> s.payload(2, MapInstantiated.class).setNextDraw(1_000_001L)),
                change(
                        "the number of a participant",
                        3,
                        "number: expected 0, found 1",
                        s -> s.payload(3, PlayerJoined.class).setNumber(1)),
                change(
                        "the next id after a voucher",
                        5,
                        "nextId: expected 1, found 2",
                        s -> s.payload(5, RobotsPurchased.class).setNextId(2L)),
                change(
                        "the next id after a robot",
                        6,
                        "nextId: expected 2, found 1",
                        s -> s.payload(6, RobotSpawned.class).setNextId(1L)),
                change(
                        "an action of an empty queue",
                        7,
                        "robot's runsAt: expected null, found 2023-11-14T22:13:22.200Z",
                        s -> s.payload(7, RobotMoved.class).getCondition().setRunsAt(Story.at(2_200))),
                change(
                        "a draw of a move without chance",
                        7,
                        "nextDraw of a move without chance: expected null, found 1000001",
                        s -> s.payload(7, RobotMoved.class).setNextDraw(1_000_001L)),
                change(
                        "when the queue runs",
                        8,
                        "runsAt of the queue: expected 2023-11-14T22:13:22.200Z, found 2023-11-14T22:13:22.199Z",
                        s -> s.payload(8, ActionQueued.class).setRunsAt(Story.at(2_199))),
                change(
                        "a discovery that is announced too early",
                        11,
                        "deposits: expected .*\"dueAt\": \"2023-11-14T22:13:37.200Z\".* found .*\"2023-11-14T22:13:37.199Z\"",
                        s -> s.payload(11, ResourcesMined.class)
                                .getDeposits()
                                .get(0)
                                .setDueAt(Story.at(17_199))),
                change(
                        "a discovery that is not announced",
                        11,
                        "deposits: expected",
                        s -> s.payload(11, ResourcesMined.class).setDeposits(List.of())),
                change(
                        "more units left than there are",
                        11,
                        "deposits: expected .*\"leftUnits\": 1,.* found .*\"leftUnits\": 2,",
                        s -> s.payload(11, ResourcesMined.class)
                                .getDeposits()
                                .get(0)
                                .setLeftUnits(2L)),
                change(
                        "the next id after a voucher for a level",
                        14,
                        "nextId: expected 3, found 4",
                        s -> s.payload(14, UpgradePurchased.class).setNextId(4L)),
                change(
                        "what the levels of a robot have cost",
                        15,
                        "upgradeCredits: expected 50, found 51",
                        s -> s.payload(15, RobotUpgraded.class).setUpgradeCredits(51L)),
                change(
                        "the discovery by which a mine appears",
                        16,
                        "entry: expected 0, found 1",
                        s -> s.payload(16, MineDiscovered.class).setEntry(1)),
                change(
                        "a mine that is counted for one discovery only",
                        16,
                        "deposits: expected .*\"entry\": 1.* found",
                        s -> s.payload(16, MineDiscovered.class)
                                .setDeposits(List.of(s.payload(16, MineDiscovered.class)
                                        .getDeposits()
                                        .get(0)))),
                change(
                        "the next draw after a discovery",
                        16,
                        "nextDraw: expected 1000002, found 1000001",
                        s -> s.payload(16, MineDiscovered.class).setNextDraw(1_000_001L)),
                change("a discovery that never comes", 16, "timer: expected DISCOVERY due at", s -> remove(s, 16)),
                change(
                        "when the game is purged",
                        17,
                        "purgedAt: expected 2023-11-14T23:14:20.020Z, found 2023-11-14T23:14:20.021Z",
                        s -> s.payload(17, GameEnded.class).setPurgedAt(Story.at(3_660_021))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesOfWhatIsTold")
    void findsWhatIsToldWrongly(String name, long sequence, String message, Consumer<Story> change) {
        findsTheFirstEventThatBreaksAPromise(name, sequence, message, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void findsTheFirstEventThatBreaksAPromise(String name, long sequence, String message, Consumer<Story> change) {
        Story story = new Story();
        change.accept(story);

        List<Finding> findings = findings(story);

        assertThat(findings).as(name).hasSize(1);
        assertThat(findings.get(0).sequence()).as("%s", findings).isEqualTo(sequence);
        assertThat(findings.get(0).gameId()).isEqualTo(Story.GAME);
        assertThat(findings.get(0).toString()).containsPattern(message);
    }

    @Test
    void aGameThatBreaksAPromiseDoesNotHideAnother() {
        Auditor auditor = new Auditor();
        Story broken = new Story();
        broken.payload(5, RobotsPurchased.class).setPrice(1L);
        broken.events.forEach(auditor::see);
        Event elsewhere = Event.newBuilder(new Story().events.get(1))
                .setGameId(Story.id("elsewhere"))
                .build();
        auditor.see(elsewhere);

        assertThat(auditor.findings()).extracting(Finding::gameId).containsExactly(Story.GAME, Story.id("elsewhere"));
        assertThat(auditor.seen()).isEqualTo(19);
    }

    @Test
    void aDecisionThatStopsHalfwayIsFoundAtTheEnd() {
        Auditor auditor = new Auditor();
        new Story().events.subList(0, 5).forEach(auditor::see);
        auditor.end(true);

        assertThat(auditor.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).contains("event 5", "rest of the decision"));
    }

    private static List<Finding> findings(Story story) {
        Auditor auditor = new Auditor();
        story.events.forEach(auditor::see);
        auditor.end(true);
        return auditor.findings();
    }

    private static Event event(Story story, int sequence) {
        return story.events.get(sequence - 1);
    }

    /** Takes an event out, and gives the later ones new numbers. */
    private static void remove(Story story, int sequence) {
        story.events.remove(sequence - 1);
        for (int i = sequence - 1; i < story.events.size(); i++) {
            story.events.get(i).setSequence(i + 1L);
        }
    }

    private static Arguments change(String name, long sequence, String message, Consumer<Story> change) {
        return arguments(name, sequence, message, change);
    }
}
