package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ADMINISTRATOR;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.CID;
import static dungeon.robots.GameScenario.NOBODY;
import static dungeon.robots.GameScenario.START_MS;
import static dungeon.robots.GameScenario.creation;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Progress;
import dungeon.robots.GameRecords;
import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.Outcome;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Detail;
import dungeon.schemas.Direction;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Rules;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartMining;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.Account;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the checks in docs/the-game.md: a command that is wrong in several ways gets the code that comes first. */
class AdmissionOrderTest {
    private static final String ROBOT_OF_ANN = GameScenario.idOf(1);
    private static final String LOST_ROBOT_OF_ANN = GameScenario.idOf(3);
    private static final String ROBOT_OF_BOB = GameScenario.idOf(5);
    private static final String NO_ROBOT = GameScenario.idOf(999);
    private static final Principal OUTSIDER = GameScenario.player("Outsider");

    /** One thing that is wrong with a command: its code, and how the scenario and the command are made so. */
    private record Wrong(RejectionCode code, Consumer<Attempt> make) {
        @Override
        public String toString() {
            return code.toString();
        }
    }

    /** A command on its way, to be made wrong. All but what is named is as it should be. */
    private static final class Attempt {
        private Principal caller;
        private SpecificRecord payload;
        private boolean gameExists = true;
        private boolean ended;
        private boolean malformedId;
        private boolean late;
        private boolean otherPlayer;
        private boolean eliminated;
        private boolean queueFull;

        private Attempt(Principal caller, SpecificRecord payload) {
            this.caller = caller;
            this.payload = payload;
        }

        private MoveRobot move() {
            return (MoveRobot) payload;
        }

        private CreateGame create() {
            return (CreateGame) payload;
        }

        private BuyRobots buy() {
            return (BuyRobots) payload;
        }

        /** Sends the command; if it is rejected, nothing has changed but the game's progress. */
        private Outcome send() {
            GameScenario game = gameExists ? running() : GameScenario.empty();
            if (queueFull) {
                for (int i = 0; i < 17; i++) {
                    game.move(ANN, ROBOT_OF_ANN, Direction.W);
                }
            }
            if (ended) {
                game.send(ADMINISTRATOR, new EndGame());
            }
            GameRecords before = game.replayed();
            if (eliminated) {
                eliminate(game.records(), ANN);
                eliminate(before, ANN);
            }
            Command command = game.command(caller, payload);
            if (malformedId) {
                command.setCommandId("A" + command.getCommandId().substring(1));
            }
            if (late) {
                command.setIssuedAt(time(-120_001));
            }
            if (otherPlayer) {
                command.setPlayerId(BOB.playerId());
            }
            Outcome outcome = game.send(caller, command);
            if (outcome.events().get(0).getPayload() instanceof CommandRejected) {
                assertThat(game.records()).isEqualTo(withOneMoreEvent(before));
            }
            return outcome;
        }
    }

    private static final List<Wrong> OF_A_MOVE = List.of(
            new Wrong(RejectionCode.UNAUTHENTICATED, attempt -> attempt.caller = NOBODY),
            new Wrong(RejectionCode.NOT_YOU, attempt -> attempt.otherPlayer = true),
            new Wrong(RejectionCode.NOT_TIMELY, attempt -> attempt.late = true),
            new Wrong(RejectionCode.MALFORMED, attempt -> attempt.malformedId = true),
            new Wrong(RejectionCode.UNKNOWN_GAME, attempt -> attempt.gameExists = false),
            new Wrong(RejectionCode.GAME_NOT_RUNNING, attempt -> attempt.ended = true),
            new Wrong(RejectionCode.NOT_A_PARTICIPANT, attempt -> attempt.caller = OUTSIDER),
            new Wrong(RejectionCode.ELIMINATED, attempt -> attempt.eliminated = true),
            new Wrong(RejectionCode.UNKNOWN_ROBOT, attempt -> attempt.move().setRobotId(NO_ROBOT)),
            new Wrong(RejectionCode.NOT_OWNER, attempt -> attempt.move().setRobotId(ROBOT_OF_BOB)),
            new Wrong(RejectionCode.ROBOT_DESTROYED, attempt -> attempt.move().setRobotId(LOST_ROBOT_OF_ANN)),
            new Wrong(RejectionCode.QUEUE_FULL, attempt -> attempt.queueFull = true));

    private static final List<Wrong> OF_A_CREATION = List.of(
            new Wrong(RejectionCode.UNAUTHENTICATED, attempt -> attempt.caller = NOBODY),
            new Wrong(RejectionCode.NOT_YOU, attempt -> attempt.otherPlayer = true),
            new Wrong(RejectionCode.NOT_TIMELY, attempt -> attempt.late = true),
            new Wrong(RejectionCode.MALFORMED, attempt -> attempt.create().setParticipantLimit(101)),
            new Wrong(RejectionCode.NOT_ADMINISTRATOR, attempt -> attempt.caller = ANN),
            new Wrong(RejectionCode.GAME_EXISTS, attempt -> attempt.gameExists = true),
            new Wrong(
                    RejectionCode.INVALID_MAP,
                    attempt -> attempt.create().getMap().setWidth(1)),
            new Wrong(
                    RejectionCode.INVALID_RULES,
                    attempt -> attempt.create().getRules().setRobotPrice(-1)));

    private static final List<Wrong> OF_A_PURCHASE = List.of(
            new Wrong(RejectionCode.UNAUTHENTICATED, attempt -> attempt.caller = NOBODY),
            new Wrong(RejectionCode.NOT_YOU, attempt -> attempt.otherPlayer = true),
            new Wrong(RejectionCode.NOT_TIMELY, attempt -> attempt.late = true),
            new Wrong(RejectionCode.MALFORMED, attempt -> attempt.malformedId = true),
            new Wrong(RejectionCode.UNKNOWN_GAME, attempt -> attempt.gameExists = false),
            new Wrong(RejectionCode.GAME_NOT_RUNNING, attempt -> attempt.ended = true),
            new Wrong(RejectionCode.NOT_A_PARTICIPANT, attempt -> attempt.caller = OUTSIDER),
            new Wrong(RejectionCode.ELIMINATED, attempt -> attempt.eliminated = true),
            new Wrong(RejectionCode.NOT_A_STATION, attempt -> attempt.buy().setStation(tile(1, 1))),
            new Wrong(RejectionCode.ROBOT_LIMIT, attempt -> attempt.buy().setQuantity(100)),
            new Wrong(RejectionCode.INSUFFICIENT_FUNDS, attempt -> attempt.buy().setQuantity(50)));

    private static final List<Wrong> OF_AN_END = List.of(
            new Wrong(RejectionCode.UNAUTHENTICATED, attempt -> attempt.caller = NOBODY),
            new Wrong(RejectionCode.NOT_YOU, attempt -> attempt.otherPlayer = true),
            new Wrong(RejectionCode.NOT_TIMELY, attempt -> attempt.late = true),
            new Wrong(RejectionCode.MALFORMED, attempt -> attempt.malformedId = true),
            new Wrong(RejectionCode.UNKNOWN_GAME, attempt -> attempt.gameExists = false),
            new Wrong(RejectionCode.NOT_ADMINISTRATOR, attempt -> attempt.caller = ANN),
            new Wrong(RejectionCode.WRONG_STATE, attempt -> attempt.ended = true));

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (String of : List.of("move", "creation", "purchase", "end", "join")) {
            List<Wrong> order = order(of);
            for (int i = 0; i < order.size(); i++) {
                for (int j = i; j < order.size(); j++) {
                    pairs.add(Arguments.of(of, order.get(i), order.get(j)));
                }
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0}: {1} before {2}")
    @MethodSource("pairs")
    void theFirstOfTwoFaultsIsTheOutcome(String of, Wrong first, Wrong second) {
        Attempt attempt = attempt(of);
        // What is wrong first is made last, so that nothing undoes it.
        second.make().accept(attempt);
        first.make().accept(attempt);

        assertThat(onlyRejection(attempt.send()).getCode()).isEqualTo(first.code());
    }

    static Stream<Arguments> tails() {
        return Stream.of("move", "creation", "purchase", "end", "join")
                .flatMap(of -> IntStream.range(0, order(of).size()).mapToObj(i -> Arguments.of(of, i)));
    }

    @ParameterizedTest(name = "{0}: wrong in every way from number {1} on")
    @MethodSource("tails")
    void ofAllFaultsTheFirstIsTheOutcome(String of, int from) {
        Attempt attempt = attempt(of);
        List<Wrong> tail = new ArrayList<>(order(of).subList(from, order(of).size()));
        Collections.reverse(tail);
        tail.forEach(wrong -> wrong.make().accept(attempt));

        assertThat(onlyRejection(attempt.send()).getCode())
                .isEqualTo(order(of).get(from).code());
    }

    @Test
    void whatIsNotWrongIsNotRefused() {
        for (String of : List.of("move", "creation", "purchase", "end", "join")) {
            assertThat(attempt(of).send().events())
                    .isNotEmpty()
                    .noneMatch(event -> event.getPayload() instanceof CommandRejected);
        }
    }

    static Stream<Arguments> malformed() {
        CreateGame create = creation(crossroads().mapType(), defaults());
        return Stream.of(
                malformed(new MoveRobot("x", Direction.N), "robotId"),
                malformed(new MoveRobot(ROBOT_OF_ANN.toUpperCase(Locale.ROOT), Direction.N), "robotId"),
                malformed(new MoveRobot(ROBOT_OF_ANN + " ", Direction.N), "robotId"),
                malformed(new MoveRobot("", Direction.N), "robotId"),
                malformed(new MoveRobot(ROBOT_OF_ANN, Direction.UNKNOWN), "direction"),
                malformed(new MoveRobot("x", Direction.UNKNOWN), "robotId", "direction"),
                malformed(new ClearQueue("x"), "robotId"),
                malformed(new BuyRobots(0, null), "quantity"),
                malformed(new BuyRobots(101, null), "quantity"),
                malformed(new BuyRobots(-1, tile(-5, -5)), "quantity"),
                malformed(new BuyRobots(Integer.MIN_VALUE, null), "quantity"),
                malformed(new BuyUpgrade("x", Upgrade.UNKNOWN, 6), "robotId", "upgrade", "levels"),
                malformed(new BuyUpgrade(ROBOT_OF_ANN, Upgrade.MINING, 0), "levels"),
                malformed(new AttackRobot("x", "y"), "robotId", "targetRobotId"),
                malformed(new StartMining("x", null), "robotId"),
                malformed(new SellResources("x"), "robotId"),
                malformed(changed(create, it -> it.setParticipantLimit(0)), "participantLimit"),
                malformed(changed(create, it -> it.setDurationMs(9_999)), "durationMs"),
                malformed(changed(create, it -> it.setDurationMs(86_400_001)), "durationMs"),
                malformed(changed(create, it -> it.setSeed(ByteBuffer.allocate(31))), "seed"),
                malformed(changed(create, it -> it.setSeed(ByteBuffer.allocate(33))), "seed"),
                malformed(changed(create, it -> it.setPracticeFor("me")), "practiceFor"),
                malformed(changed(create, it -> it.setMapTypeId("mine")), "mapTypeId"),
                malformed(
                        changed(create, it -> {
                            it.setParticipantLimit(-1);
                            it.setDurationMs(Long.MIN_VALUE);
                            it.setSeed(ByteBuffer.allocate(0));
                            it.setPracticeFor("");
                            it.setMapTypeId("");
                        }),
                        "participantLimit",
                        "durationMs",
                        "seed",
                        "practiceFor",
                        "mapTypeId"));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(SpecificRecord payload, List<String> fields) {
        CommandRejected rejected = onlyRejection(running().send(ANN, payload));

        assertThat(rejected.getCode()).isEqualTo(RejectionCode.MALFORMED);
        assertThat(rejected.getDetails().stream().map(Detail::getName)).isEqualTo(fields);
        assertThat(rejected.getDetails()).noneMatch(detail -> detail.getValue().isBlank());
    }

    @Test
    void theBoundsOfNumbersAreWithinThem() {
        for (int limit : new int[] {1, 100}) {
            for (long duration : new long[] {10_000, 86_400_000}) {
                CreateGame create = creation(crossroads().mapType(), defaults());
                create.setParticipantLimit(limit);
                create.setDurationMs(duration);
                assertThat(GameScenario.empty().send(ADMINISTRATOR, create).events())
                        .hasSize(2);
            }
        }
        Rules rich = defaults();
        rich.setInitialCredits(10_000);
        assertThat(GameScenario.started(crossroads(), rich, ANN)
                        .send(ANN, new BuyRobots(100, null))
                        .events())
                .hasSize(101);
    }

    @Test
    void aCommandOfMoreThan500KibIsMalformed() {
        GameScenario game = running();
        Command command = game.command(ANN, new BuyRobots(1, null));

        CommandRejected rejected = onlyRejection(
                game.send(command, new CommandMetadata(ANN, START_MS, CommandMetadata.COMMAND_BYTES_MAXIMUM + 1)));
        assertThat(rejected.getCode()).isEqualTo(RejectionCode.MALFORMED);
        assertThat(rejected.getDetails().get(0).getName()).isEqualTo("/");

        command.setCommandId(GameScenario.commandId(77));
        assertThat(game.send(command, new CommandMetadata(ANN, START_MS, CommandMetadata.COMMAND_BYTES_MAXIMUM))
                        .events())
                .hasSize(2);
    }

    @Test
    void theGamesIdIsAUuidAsWell() {
        Command command = running().command(ANN, new BuyRobots(1, null));
        command.setGameId("my game");

        List<Event> events = new ArrayList<>();
        RobotsContext.inMemory("my game").handle(command, new CommandMetadata(ANN, START_MS, 100), events::addAll);

        assertThat(events)
                .containsExactly(new Event(
                        "my game",
                        0L,
                        time(0),
                        command.getCommandId(),
                        ANN.playerId(),
                        0,
                        new CommandRejected(
                                RejectionCode.MALFORMED,
                                "The command has fields that cannot be right",
                                List.of(new Detail("gameId", "must be a UUID in lower case")))));
    }

    @Test
    void anAttackOnItselfIsMalformed() {
        running()
                .send(ANN, new AttackRobot(ROBOT_OF_ANN, ROBOT_OF_ANN))
                .isRejected(RejectionCode.MALFORMED, "targetRobotId", "must be another robot than the attacker");
    }

    @Test
    void aTokenForRegisteringGivesNoOrders() {
        Principal registrar = Principal.registrar(ANN.playerId(), ANN.name());

        running().send(registrar, new BuyRobots(1, null)).isRejected(RejectionCode.UNAUTHENTICATED);
        running().send(registrar, new JoinGame("Ann")).isRejected(RejectionCode.UNAUTHENTICATED);
    }

    @Test
    void servicesDoNotPlay() {
        CommandRejected rejected = onlyRejection(running().send(Principal.service("lobby"), new BuyRobots(1, null)));

        assertThat(rejected)
                .isEqualTo(new CommandRejected(
                        RejectionCode.UNAUTHENTICATED, "Services of other contexts do not play", List.of()));
    }

    @Test
    void onlyTheLobbyAsksForGames() {
        for (String context : List.of("lobby", "toys")) {
            CommandRejected rejected = onlyRejection(GameScenario.empty()
                    .send(
                            Principal.service(context),
                            GameScenario.creation(crossroads().mapType(), GameScenario.defaults())));

            // The lobby may, for somebody who asked it; here nobody has.
            assertThat(rejected.getCode())
                    .isEqualTo(
                            context.equals("lobby") ? RejectionCode.NOT_ADMINISTRATOR : RejectionCode.UNAUTHENTICATED);
        }
    }

    @Test
    void theReasonWhyATokenDoesNotHoldIsTheMessage() {
        assertThat(onlyRejection(running().send(Principal.unknown("The token has expired"), new BuyRobots(1, null)))
                        .getMessage())
                .isEqualTo("The token has expired");
    }

    @Test
    void anAdministratorIsNoParticipantAndNobodysPlayer() {
        running().send(ADMINISTRATOR, new BuyRobots(1, null)).isRejected(RejectionCode.NOT_A_PARTICIPANT);
        running().move(ADMINISTRATOR, ROBOT_OF_ANN, Direction.W).isRejected(RejectionCode.NOT_A_PARTICIPANT);
        GameScenario game = running();
        Command command = game.command(ANN, new EndGame());
        game.send(ADMINISTRATOR, command).isRejected(RejectionCode.NOT_YOU);
    }

    @Test
    void aPlayerNeedNotBeNamedInTheCommand() {
        GameScenario game = running();
        Command command = game.command(ANN, new BuyRobots(1, null));
        command.setPlayerId(null);

        Outcome outcome = game.send(ANN, command);
        assertThat(outcome.events())
                .hasSize(2)
                .allMatch(event -> event.getPlayerId().equals(ANN.playerId()));
    }

    @Test
    void anIdThatIsFarTooLongIsNotRepeated() {
        for (int length : new int[] {64, 65, 400_000}) {
            GameScenario game = running();
            Command command = game.command(ANN, new BuyRobots(1, null));
            command.setCommandId("x".repeat(length));
            assertThat(game.send(ANN, command).events())
                    .hasSize(1)
                    .allMatch(event -> length == 64
                            ? event.getCommandId().equals(command.getCommandId())
                            : event.getCommandId() == null);
        }
    }

    private static List<Wrong> order(String of) {
        return switch (of) {
            case "move" -> OF_A_MOVE;
            case "creation" -> OF_A_CREATION;
            case "purchase" -> OF_A_PURCHASE;
            case "end" -> OF_AN_END;
            case "join" ->
                List.of(
                        new Wrong(RejectionCode.UNAUTHENTICATED, attempt -> attempt.caller = NOBODY),
                        new Wrong(RejectionCode.NOT_YOU, attempt -> ((JoinGame) attempt.payload).setPlayerName("Bob")),
                        new Wrong(RejectionCode.NOT_TIMELY, attempt -> attempt.late = true),
                        new Wrong(RejectionCode.MALFORMED, attempt -> attempt.malformedId = true),
                        new Wrong(RejectionCode.UNKNOWN_GAME, attempt -> attempt.gameExists = false),
                        new Wrong(RejectionCode.WRONG_STATE, attempt -> attempt.ended = true),
                        new Wrong(RejectionCode.ALREADY_JOINED, attempt -> {
                            attempt.caller = ANN;
                            ((JoinGame) attempt.payload).setPlayerName("Ann");
                        }));
            default -> throw new IllegalArgumentException(of);
        };
    }

    private static Attempt attempt(String of) {
        Attempt attempt = switch (of) {
            case "move" -> new Attempt(ANN, new MoveRobot(ROBOT_OF_ANN, Direction.E));
            case "creation" -> new Attempt(ADMINISTRATOR, creation(crossroads().mapType(), defaults()));
            case "purchase" -> new Attempt(ANN, new BuyRobots(1, null));
            case "end" -> new Attempt(ADMINISTRATOR, new EndGame());
            case "join" -> new Attempt(CID, new JoinGame("Cid"));
            default -> throw new IllegalArgumentException(of);
        };
        attempt.gameExists = !of.equals("creation");
        return attempt;
    }

    /** A running game in which Ann has a robot and lost another, and Bob has one. */
    private static GameScenario running() {
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(1000), ANN, BOB);
        assertThat(game.buyRobot(ANN)).isEqualTo(ROBOT_OF_ANN);
        assertThat(game.buyRobotAt(ANN, tile(4, 0))).isEqualTo(LOST_ROBOT_OF_ANN);
        assertThat(game.move(ANN, LOST_ROBOT_OF_ANN, Direction.N).events()).hasSize(2);
        assertThat(game.buyRobot(BOB)).isEqualTo(ROBOT_OF_BOB);
        return game;
    }

    private static GameRecords withOneMoreEvent(GameRecords records) {
        if (records.progress() != null) {
            Progress progress = Given.copy(records.progress());
            progress.setSequence(progress.getSequence() + 1);
            records.put(RobotsTables.ALL.progress(), progress);
        }
        return records;
    }

    /** Without the fight that it takes: the account says it by itself. */
    private static void eliminate(GameRecords records, Principal player) {
        if (records.progress() != null) {
            Account account = Given.copy(records.account(player.playerId()));
            account.setEliminated(true);
            records.put(RobotsTables.ACCOUNTS, account);
        }
    }

    private static CommandRejected onlyRejection(Outcome outcome) {
        assertThat(outcome.events()).hasSize(1);
        assertThat(outcome.events().get(0).getPayload()).isInstanceOf(CommandRejected.class);
        return (CommandRejected) outcome.events().get(0).getPayload();
    }

    private static Arguments malformed(SpecificRecord payload, String... fields) {
        return Arguments.of(payload, List.of(fields));
    }

    private static CreateGame changed(CreateGame create, Consumer<CreateGame> change) {
        CreateGame copy = Given.copy(create);
        change.accept(copy);
        return copy;
    }
}
