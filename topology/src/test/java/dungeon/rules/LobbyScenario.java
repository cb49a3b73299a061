package dungeon.rules;

import dungeon.schemas.CreateMapType;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.state.LobbyProgress;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** One subject of the lobby in memory, to which a test sends commands. Times are in ms since the scenario began. */
final class LobbyScenario implements LobbyWorld {
    static final long START_MS = GameScenario.START_MS;

    private final String subject;
    private final Map<HandledCommand, Long> handled = new HashMap<>();
    private final List<LobbyEvent> events = new ArrayList<>();
    private LobbyProgress progress;
    private Player player;
    private StoredMapType mapType;
    private long nowMs;
    private int commands;

    LobbyScenario(String subject) {
        this.subject = subject;
    }

    LobbyScenario at(long ms) {
        nowMs = ms;
        return this;
    }

    Optional<LobbyEvent> register(Caller caller, String name) {
        return send(caller, new RegisterPlayer(name));
    }

    Optional<LobbyEvent> store(Caller caller, CreateMapType create) {
        return send(caller, create);
    }

    Optional<LobbyEvent> send(Caller caller, SpecificRecord payload) {
        return send(command(caller, payload), caller, 100);
    }

    Optional<LobbyEvent> send(LobbyCommand command, Caller caller, int bytes) {
        Optional<LobbyEvent> event = LobbyRules.handle(this, command, new Arrival(caller, START_MS + nowMs, bytes));
        event.ifPresent(events::add);
        return event;
    }

    LobbyCommand command(Caller caller, SpecificRecord payload) {
        return new LobbyCommand(
                GameScenario.commandId(++commands),
                Instant.ofEpochMilli(START_MS + nowMs),
                subject,
                caller.playerId(),
                payload);
    }

    List<LobbyEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public LobbyProgress progress() {
        return progress;
    }

    @Override
    public Player player() {
        return player;
    }

    @Override
    public StoredMapType mapType() {
        return mapType;
    }

    @Override
    public Long handledAtMs(HandledCommand command, long nowMs) {
        return handled.get(command);
    }

    @Override
    public void put(LobbyProgress changed) {
        progress = changed;
    }

    @Override
    public void put(Player changed) {
        player = changed;
    }

    @Override
    public void put(StoredMapType changed) {
        mapType = changed;
    }

    @Override
    public void remember(HandledCommand command, long nowMs) {
        handled.put(command, nowMs);
    }
}
