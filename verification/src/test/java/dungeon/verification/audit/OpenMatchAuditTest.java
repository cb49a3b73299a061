package dungeon.verification.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.HouseBot;
import dungeon.schemas.JoinGame;
import dungeon.schemas.OpenMatch;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tick;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.verification.audit.finding.Finding;
import dungeon.verification.simulation.Delivery;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The auditor knows when a match that a player has opened starts and for whom it keeps a place, and finds anything else wrong. */
class OpenMatchAuditTest {
    private static final String GAME = Ids.timed(Story.at(0).toEpochMilli(), "match");
    private static final Principal ANN = Principal.player(Story.id("ann"), "Ann");
    private static final Principal BOB = Principal.player(Story.id("bob"), "Bob");
    private static final Principal CID = Principal.player(Story.id("cid"), "Cid");
    private static final Principal DAN = Principal.player(Story.id("dan"), "Dan");
    private static final Principal LOBBY = Principal.service("lobby");
    private static final long WAIT_MS = 60_000;

    private final InMemoryGame game = new InMemoryGame(GAME);
    private final List<Delivery> sent = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    @Test
    void startsWithTheLastSeat() {
        send(0, LOBBY, match(2));
        send(1, ANN, new JoinGame("Ann"));
        send(2, BOB, new JoinGame("Bob"));

        assertThat(events).extracting(Event::getPayload).anyMatch(GameStarted.class::isInstance);
        assertThat(findings(events)).isEmpty();
        assertThat(findings(events.subList(0, events.size() - 1)))
                .as("it has not started")
                .hasSize(1);
        assertThat(findings(withMatch(null))).as("of an administrator's").isNotEmpty();
    }

    @Test
    void startsWithTwoOfThreeWhenItsTimeOfWaitingIsOver() {
        send(0, LOBBY, match(3));
        send(1, ANN, new JoinGame("Ann"));
        send(2, BOB, new JoinGame("Bob"));
        send(WAIT_MS, Principal.unknown("a tick"), new Tick());

        assertThat(events).extracting(Event::getPayload).anyMatch(GameStarted.class::isInstance);
        assertThat(findings(events)).isEmpty();
        assertThat(findings(changed(event -> event.getPayload() instanceof GameStarted started
                        ? Event.newBuilder(event)
                                .setTime(event.getTime().plusMillis(1))
                                .setPayload(new GameStarted(
                                        started.getStartedAt().plusMillis(1),
                                        started.getEndsAt().plusMillis(1)))
                                .build()
                        : event)))
                .as("a millisecond late")
                .hasSize(1);
    }

    @Test
    void endsUnplayedWithOne() {
        send(0, LOBBY, match(3));
        send(1, ANN, new JoinGame("Ann"));
        send(WAIT_MS, Principal.unknown("a tick"), new Tick());

        assertThat(((GameEnded) events.get(events.size() - 1).getPayload()).getReason())
                .isEqualTo(EndReason.EXPIRED);
        assertThat(findings(events)).isEmpty();
    }

    @Test
    void keepsAPlaceForItsOpenerForTenSeconds() {
        send(0, LOBBY, match(2));
        send(1, BOB, new JoinGame("Bob"));
        send(9_999, CID, new JoinGame("Cid"));
        send(10_000, CID, new JoinGame("Cid"));

        assertThat(payloads(CommandRejected.class))
                .extracting(CommandRejected::getCode)
                .containsExactly(RejectionCode.GAME_FULL);
        assertThat(payloads(GameStarted.class)).hasSize(1);
        assertThat(findings(events)).isEmpty();
        assertThat(findings(withMatch(new OpenMatch(BOB.playerId(), "Bob", HouseBot.MINER))))
                .as("with another opener")
                .isNotEmpty();
    }

    @Test
    void aPracticeGameKeepsAPlaceForItsOwner() {
        CreateGame practice = match(2);
        practice.setMatch(null);
        practice.setPracticeFor(ANN.playerId());
        send(0, LOBBY, practice);
        send(1, BOB, new JoinGame("Bob"));
        send(20_000, CID, new JoinGame("Cid"));
        send(20_001, ANN, new JoinGame("Ann"));

        assertThat(payloads(CommandRejected.class))
                .extracting(CommandRejected::getCode)
                .containsExactly(RejectionCode.GAME_FULL);
        assertThat(payloads(PlayerJoined.class)).hasSize(2);
        assertThat(findings(events)).isEmpty();
    }

    @Test
    void whoeverTakesThePlaceThatIsKeptForTheOpenerIsFound() {
        send(0, LOBBY, match(3));
        send(1, BOB, new JoinGame("Bob"));
        send(2, CID, new JoinGame("Cid"));
        assertThat(findings(events)).isEmpty();

        send(3, DAN, new JoinGame("Dan"));
        assertThat(findings(events)).isEmpty();
        Event refusal = events.remove(events.size() - 1);
        assertThat(refusal.getPayload()).isInstanceOf(CommandRejected.class);
        PlayerJoined cid = payloads(PlayerJoined.class).get(1);
        events.add(Event.newBuilder(refusal)
                .setRemaining(1)
                .setPayload(new PlayerJoined("Dan", cid.getHomeStation(), cid.getBalance(), 2))
                .build());

        assertThat(findings(events)).singleElement().asString().contains("PlayerJoined");
    }

    @Test
    void itsOpenerDoesNotStartIt() {
        send(0, LOBBY, match(3));
        send(1, ANN, new JoinGame("Ann"));
        send(2, ANN, new StartGame());

        assertThat(findings(events)).isEmpty();
        List<Event> started = new ArrayList<>(events);
        Event refusal = started.remove(started.size() - 1);
        started.add(Event.newBuilder(refusal)
                .setPayload(new GameStarted(refusal.getTime(), refusal.getTime().plusMillis(60_000)))
                .build());
        assertThat(findings(started)).hasSize(1);
    }

    private <T> List<T> payloads(Class<T> type) {
        return events.stream()
                .map(Event::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private List<Event> withMatch(OpenMatch match) {
        return changed(event -> event.getPayload() instanceof GameCreated created
                ? Event.newBuilder(event)
                        .setPayload(
                                GameCreated.newBuilder(created).setMatch(match).build())
                        .build()
                : event);
    }

    private List<Event> changed(UnaryOperator<Event> change) {
        return events.stream().map(change).toList();
    }

    private static CreateGame match(int seats) {
        return new CreateGame(
                ShippedMaps.read(ShippedMaps.EXAMPLE),
                Rules.newBuilder().setExpiresAfterMs(WAIT_MS).build(),
                seats,
                60_000L,
                ByteBuffer.wrap(new byte[32]),
                null,
                null,
                "player:ann",
                new OpenMatch(ANN.playerId(), "Ann", HouseBot.MINER));
    }

    private List<Finding> findings(List<Event> published) {
        Auditor auditor = new Auditor();
        sent.forEach(delivery -> auditor.sent(delivery.forAuditor()));
        published.forEach(auditor::see);
        auditor.end(true);
        return auditor.findings();
    }

    private void send(long atMs, Principal caller, SpecificRecord payload) {
        Command command =
                new Command(Story.id("command " + sent.size()), Story.at(atMs), GAME, caller.playerId(), payload);
        Delivery delivery =
                new Delivery(command, new CommandMetadata(caller, Story.at(atMs).toEpochMilli(), 100));
        sent.add(delivery);
        game.handle(command, delivery.arrival(), events::addAll);
    }
}
