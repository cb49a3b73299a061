package dungeon.app;

import dungeon.lobby.LobbyContext;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.RelayPolicy;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.Tick;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.LobbySubjects;
import dungeon.tictactoe.TicTacToeContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The lobby and the rooms of tic-tac-toe in memory and in virtual time, with the relays between them, which can stand still and repeat themselves. */
final class MatchmakingWorld {
    static final long START_MS = Instant.parse("2026-11-30T12:00:00Z").toEpochMilli();

    private final Map<String, InMemoryAggregate<LobbyCommand, LobbyEvent>> subjects = new LinkedHashMap<>();
    private final Map<String, InMemoryAggregate<TicTacToeCommand, TicTacToeEvent>> rooms = new LinkedHashMap<>();
    final List<LobbyEvent> lobbyLog = new ArrayList<>();
    final List<TicTacToeEvent> roomLog = new ArrayList<>();
    final VirtualRelay<LobbyEvent> withinLobby = ofLobby(new Matchmaking(), this::sendToLobby);
    final VirtualRelay<LobbyEvent> toRooms = ofLobby(new GrantedRooms(), this::sendToRoom);
    final VirtualRelay<TicTacToeEvent> fromRooms = new VirtualRelay<>(
            roomLog,
            new ReportedRooms(),
            event -> "rooms %s %d ".formatted(event.getRoomId(), event.getSequence()),
            (commandId, outgoing) -> sendToLobby(commandId, outgoing, Principal.service("tictactoe")));
    final List<VirtualRelay<?>> relays = List.of(withinLobby, toRooms, fromRooms);
    private int commands;
    long nowMs = START_MS;

    private VirtualRelay<LobbyEvent> ofLobby(RelayPolicy<LobbyEvent> policy, Sender sender) {
        return new VirtualRelay<>(
                lobbyLog,
                policy,
                event -> "lobby %s %d ".formatted(event.getSubject(), event.getSequence()),
                (commandId, outgoing) -> sender.send(commandId, outgoing, Principal.service("lobby")));
    }

    private interface Sender {
        void send(String commandId, RelayPolicy.Outgoing outgoing, Principal by);
    }

    static Principal player(String name) {
        return Principal.player(LobbySubjects.playerId(name), name);
    }

    void register(String name) {
        send(
                LobbySubjects.ofPlayer(name),
                Principal.registrar(LobbySubjects.playerId(name), name),
                new RegisterPlayer(name));
    }

    /** What comes of a player's order to the lobby at once. */
    List<Object> send(String subject, Principal by, SpecificRecord payload) {
        int before = lobbyLog.size();
        sendToLobby(Ids.numbered("command", ++commands), new RelayPolicy.Outgoing(subject, payload), by);
        return lobbyLog.subList(before, lobbyLog.size()).stream()
                .map(LobbyEvent::getPayload)
                .toList();
    }

    private void sendToLobby(String commandId, RelayPolicy.Outgoing outgoing, Principal by) {
        String subject = outgoing.aggregateId();
        subjects.computeIfAbsent(subject, id -> InMemoryAggregate.of(LobbyContext.of(map -> List.of()), id))
                .handle(
                        new LobbyCommand(commandId, now(), subject, by.playerId(), outgoing.payload()),
                        new CommandMetadata(by, nowMs, 100),
                        lobbyLog::addAll);
    }

    /** An order to a room. */
    void sendToRoom(String roomId, Principal by, SpecificRecord payload) {
        sendToRoom(Ids.numbered("command", ++commands), new RelayPolicy.Outgoing(roomId, payload), by);
    }

    private void sendToRoom(String commandId, RelayPolicy.Outgoing outgoing, Principal by) {
        String roomId = outgoing.aggregateId();
        rooms.computeIfAbsent(roomId, TicTacToeContext::inMemory)
                .handle(
                        new TicTacToeCommand(commandId, now(), roomId, by.playerId(), outgoing.payload()),
                        new CommandMetadata(by, nowMs, 100),
                        roomLog::addAll);
    }

    /** Lets time pass; what is due by then happens. */
    void pass(long ms) {
        nowMs += ms;
        Principal nobody = Principal.unknown("a tick");
        subjects.forEach((subject, aggregate) -> {
            if (isDue(aggregate.nextTimer())) {
                sendToLobby(Ids.numbered("command", ++commands), new RelayPolicy.Outgoing(subject, new Tick()), nobody);
            }
        });
        rooms.forEach((roomId, aggregate) -> {
            if (isDue(aggregate.nextTimer())) {
                sendToRoom(Ids.numbered("command", ++commands), new RelayPolicy.Outgoing(roomId, new Tick()), nobody);
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

    InMemoryAggregate<LobbyCommand, LobbyEvent> subject(String subject) {
        return subjects.get(subject);
    }

    private Instant now() {
        return Instant.ofEpochMilli(nowMs);
    }
}
