package dungeon.app;

import dungeon.lobby.LobbyContext;
import dungeon.lobby.LobbyTables;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.RelayPolicy;
import dungeon.robots.InMemoryGame;
import dungeon.robots.decide.map.MapTypeFaults;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.Tick;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.LobbyTotals;
import dungeon.schemas.topics.LobbySubjects;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The lobby and the robots' games in memory and in virtual time, with the relays between them, which can stand still and repeat themselves. */
final class MatchesWorld {
    static final long START_MS = Instant.parse("2026-11-30T12:00:00Z").toEpochMilli();

    private final Map<String, InMemoryAggregate<LobbyCommand, LobbyEvent>> subjects = new LinkedHashMap<>();
    final Map<String, InMemoryGame> games = new LinkedHashMap<>();
    final List<LobbyEvent> lobbyLog = new ArrayList<>();
    final List<Event> gameLog = new ArrayList<>();
    final VirtualRelay<LobbyEvent> toGames = new VirtualRelay<>(
            lobbyLog,
            new GrantedGames(() -> ByteBuffer.allocate(32)),
            event -> "lobby %s %d ".formatted(event.getSubject(), event.getSequence()),
            (commandId, outgoing) -> sendToGame(commandId, outgoing, Principal.service("lobby")));
    final VirtualRelay<Event> fromGames = new VirtualRelay<>(
            gameLog,
            new ReportedGames(),
            event -> "game %s %d ".formatted(event.getGameId(), event.getSequence()),
            (commandId, outgoing) -> sendToLobby(commandId, outgoing, Principal.service("robots")));
    final List<VirtualRelay<?>> relays = List.of(toGames, fromGames);
    private int commands;
    long nowMs = START_MS;

    static Principal player(String name) {
        return Principal.player(LobbySubjects.playerId(name), name);
    }

    void register(String name) {
        send(name, Principal.registrar(LobbySubjects.playerId(name), name), new RegisterPlayer(name));
    }

    /** What comes of an order to a player's subject at once. */
    List<Object> send(String name, Principal by, SpecificRecord payload) {
        int before = lobbyLog.size();
        sendToLobby(newId(), new RelayPolicy.Outgoing(LobbySubjects.ofPlayer(name), payload), by);
        return lobbyLog.subList(before, lobbyLog.size()).stream()
                .map(LobbyEvent::getPayload)
                .toList();
    }

    private void sendToLobby(String commandId, RelayPolicy.Outgoing outgoing, Principal by) {
        String subject = outgoing.aggregateId();
        subjects.computeIfAbsent(subject, id -> InMemoryAggregate.of(LobbyContext.of(MapTypeFaults::of), id))
                .handle(
                        new LobbyCommand(commandId, now(), subject, by.playerId(), outgoing.payload()),
                        new CommandMetadata(by, nowMs, 100),
                        lobbyLog::addAll);
    }

    /** What comes of an order to a game at once. */
    List<Object> sendToGame(String gameId, Principal by, SpecificRecord payload) {
        int before = gameLog.size();
        sendToGame(newId(), new RelayPolicy.Outgoing(gameId, payload), by);
        return gameLog.subList(before, gameLog.size()).stream()
                .map(Event::getPayload)
                .toList();
    }

    private void sendToGame(String commandId, RelayPolicy.Outgoing outgoing, Principal by) {
        String gameId = outgoing.aggregateId();
        games.computeIfAbsent(gameId, InMemoryGame::new)
                .handle(
                        new Command(commandId, now(), gameId, by.playerId(), outgoing.payload()),
                        new CommandMetadata(by, nowMs, 100),
                        gameLog::addAll);
    }

    /** Lets time pass; what is due by then happens. */
    void pass(long ms) {
        nowMs += ms;
        Principal nobody = Principal.unknown("a tick");
        subjects.forEach((subject, aggregate) -> {
            if (isDue(aggregate.nextTimer())) {
                sendToLobby(newId(), new RelayPolicy.Outgoing(subject, new Tick()), nobody);
            }
        });
        games.forEach((gameId, game) -> {
            List<DueTimer> timers = game.timers();
            if (!timers.isEmpty() && isDue(timers.get(0))) {
                sendToGame(newId(), new RelayPolicy.Outgoing(gameId, new Tick()), nobody);
            }
        });
    }

    private boolean isDue(DueTimer timer) {
        return timer != null && timer.dueMs() <= nowMs;
    }

    /** Lets the relays send all that they have, and all that follows from that. */
    void settle() {
        VirtualRelay.settle(relays);
    }

    LobbyPlayer lobbyPlayer(String name) {
        return subjects.get(LobbySubjects.ofPlayer(name)).state().load(LobbyTables.PLAYERS, null);
    }

    /** What is counted of one player; a partition has the sum. */
    LobbyTotals totals(String name) {
        return subjects.get(LobbySubjects.ofPlayer(name)).state().load(LobbyTables.TOTALS, null);
    }

    private String newId() {
        return Ids.numbered("command", ++commands);
    }

    private Instant now() {
        return Instant.ofEpochMilli(nowMs);
    }
}
