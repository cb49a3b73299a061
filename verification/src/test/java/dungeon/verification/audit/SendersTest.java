package dungeon.verification.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.EndGame;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.JoinGame;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.verification.audit.finding.Finding;
import dungeon.verification.simulation.Delivery;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The auditor judges every kind of sender as the rules do. */
class SendersTest {
    private static final String GAME = Ids.timed(Story.at(0).toEpochMilli(), "game");
    private static final Principal ANN = Principal.player(Story.id("ann"), "Ann");
    private static final Principal BOB = Principal.player(Story.id("bob"), "Bob");
    private static final Principal ANNS_REGISTRAR = Principal.registrar(ANN.playerId(), ANN.name());
    private static final Principal ADMINISTRATOR = Principal.administrator();

    private final InMemoryGame game = new InMemoryGame(GAME);
    private final List<Delivery> sent = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void play() {
        send(ANNS_REGISTRAR, ANN.playerId(), new BuyRobots(1, null));
        CreateGame create = creation();
        send(ANNS_REGISTRAR, null, create);
        send(ADMINISTRATOR, null, create);
        send(ANNS_REGISTRAR, ANN.playerId(), new JoinGame("Ann"));
        send(ANN, ANN.playerId(), new JoinGame("Bob"));
        send(ANN, ANN.playerId(), new JoinGame("Ann"));
        send(ADMINISTRATOR, null, new JoinGame("Ann"));
        send(ANNS_REGISTRAR, null, new StartGame());
        send(ADMINISTRATOR, null, new StartGame());
        send(ANNS_REGISTRAR, ANN.playerId(), new BuyRobots(1, null));
        send(ANNS_REGISTRAR, BOB.playerId(), new BuyRobots(1, null));
        send(ANN, BOB.playerId(), new BuyRobots(1, null));
        send(ADMINISTRATOR, ANN.playerId(), new BuyRobots(1, null));
        send(Principal.unknown("no token"), ANN.playerId(), new BuyRobots(1, null));
        // A command need not say again who its token says that it is from.
        send(ANN, null, new BuyRobots(1, null));
        send(BOB, null, new BuyRobots(1, null));
        // An id of hers that was handled: a repetition, whatever her token is.
        Command repeated = sent.get(sent.size() - 2).command();
        deliver(
                new Command(repeated.getCommandId(), repeated.getIssuedAt(), GAME, null, repeated.getPayload()),
                ANNS_REGISTRAR);
        send(ADMINISTRATOR, null, new EndGame());
    }

    @Test
    void judgesGamesThatTheLobbyAsksForAsTheRulesDo() {
        long askedAtMs = Story.at(0).toEpochMilli();
        for (long laterMs : new long[] {0, 60_000, 60_001}) {
            String id = Ids.timed(askedAtMs, "player:ann:2");
            InMemoryGame practice = new InMemoryGame(id);
            List<Delivery> commands = new ArrayList<>();
            List<Event> published = new ArrayList<>();
            CreateGame create = new CreateGame(
                    ShippedMaps.read(ShippedMaps.EXAMPLE),
                    Rules.newBuilder().build(),
                    2,
                    60_000L,
                    ByteBuffer.wrap(new byte[32]),
                    ANN.playerId(),
                    null,
                    "player:ann",
                    null);
            CreateGame forNobody = new CreateGame(
                    create.getMap(), create.getRules(), 2, 60_000L, create.getSeed(), null, null, null, null);
            int number = 0;
            for (Order order : List.of(
                    new Order(ANN, create),
                    new Order(Principal.service("toys"), create),
                    new Order(Principal.service("lobby"), forNobody),
                    new Order(Principal.service("lobby"), create),
                    new Order(Principal.service("lobby"), create),
                    new Order(Principal.service("lobby"), new StartGame()),
                    new Order(ANN, new StartGame()))) {
                Instant now = Instant.ofEpochMilli(askedAtMs + laterMs);
                Command command = new Command(Story.id("order " + ++number), now, id, null, order.payload());
                Delivery delivery = new Delivery(command, new CommandMetadata(order.sender(), now.toEpochMilli(), 100));
                commands.add(delivery);
                practice.handle(command, delivery.arrival(), published::addAll);
            }
            assertThat(published)
                    .extracting(SendersTest::kind)
                    .startsWith("NOT_ADMINISTRATOR", "UNAUTHENTICATED", "NOT_ADMINISTRATOR")
                    .contains(laterMs > 60_000 ? "NOT_TIMELY" : "GameStarted");
            assertThat(findings(commands, published)).isEmpty();
        }
    }

    @Test
    void judgesTheIdsOfGamesAsTheRulesDo() {
        long nowMs = Story.at(0).toEpochMilli();
        long dayMs = 24 * 3_600_000L;
        Map<String, String> outcomes = Map.of(
                Ids.timed(nowMs - dayMs, "game"), "GameCreated",
                Ids.timed(nowMs + 60_000, "game"), "GameCreated",
                Ids.timed(nowMs - dayMs - 1, "game"), "NOT_TIMELY",
                Ids.timed(nowMs + 60_001, "game"), "NOT_TIMELY",
                Story.id("game"), "MALFORMED");
        outcomes.forEach((id, outcome) -> {
            Command command = new Command(Story.id("create"), Story.at(0), id, null, creation());
            Delivery delivery = new Delivery(command, new CommandMetadata(ADMINISTRATOR, nowMs, 100));
            List<Event> published = new ArrayList<>();
            new InMemoryGame(id).handle(command, delivery.arrival(), published::addAll);

            assertThat(kind(published.get(0))).isEqualTo(outcome);
            assertThat(findings(List.of(delivery), published)).isEmpty();
        });
    }

    private static CreateGame creation() {
        return new CreateGame(
                ShippedMaps.read(ShippedMaps.EXAMPLE),
                Rules.newBuilder().build(),
                2,
                60_000L,
                ByteBuffer.wrap(new byte[32]),
                null,
                null,
                null,
                null);
    }

    private record Order(Principal sender, SpecificRecord payload) {}

    @Test
    void findsNothingWrongWithTheOutcomesOfTheRules() {
        assertThat(events)
                .extracting(SendersTest::kind)
                .containsExactly(
                        "UNAUTHENTICATED",
                        "UNAUTHENTICATED",
                        "GameCreated",
                        "MapInstantiated",
                        "UNAUTHENTICATED",
                        "NOT_YOU",
                        "PlayerJoined",
                        "NOT_YOU",
                        "UNAUTHENTICATED",
                        "GameStarted",
                        "UNAUTHENTICATED",
                        "UNAUTHENTICATED",
                        "NOT_YOU",
                        "NOT_YOU",
                        "UNAUTHENTICATED",
                        RobotsPurchased.class.getSimpleName(),
                        RobotSpawned.class.getSimpleName(),
                        "NOT_A_PARTICIPANT",
                        GameEnded.class.getSimpleName());
        assertThat(findings(events)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RejectionCode.class,
            names = {"UNAUTHENTICATED", "NOT_YOU", "NOT_ADMINISTRATOR", "NOT_A_PARTICIPANT", "NOT_TIMELY"})
    void findsAnyOtherReason(RejectionCode other) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).getPayload() instanceof CommandRejected rejected && rejected.getCode() != other) {
                List<Event> changed = new ArrayList<>(events);
                Event event = Event.newBuilder(events.get(i))
                        .setPayload(new CommandRejected(other, "changed", List.of()))
                        .build();
                changed.set(i, event);
                assertThat(findings(changed))
                        .as("event %d as %s", i, other)
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.toString()).contains(other.name()));
            }
        }
    }

    private List<Finding> findings(List<Event> published) {
        return findings(sent, published);
    }

    private static List<Finding> findings(List<Delivery> commands, List<Event> published) {
        Auditor auditor = new Auditor();
        commands.forEach(delivery -> auditor.sent(delivery.forAuditor()));
        published.forEach(auditor::see);
        auditor.end(true);
        return auditor.findings();
    }

    private static String kind(Event event) {
        return event.getPayload() instanceof CommandRejected rejected
                ? rejected.getCode().name()
                : event.getPayload().getClass().getSimpleName();
    }

    private void send(Principal caller, String playerId, SpecificRecord payload) {
        Instant at = Story.at(sent.size());
        deliver(new Command(Story.id("command " + sent.size()), at, GAME, playerId, payload), caller);
    }

    private void deliver(Command command, Principal caller) {
        Delivery delivery = new Delivery(
                command, new CommandMetadata(caller, Story.at(sent.size()).toEpochMilli(), 100));
        sent.add(delivery);
        game.handle(command, delivery.arrival(), events::addAll);
    }
}
