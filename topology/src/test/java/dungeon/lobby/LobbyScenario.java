package dungeon.lobby;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Progress;
import dungeon.robots.GameScenario;
import dungeon.robots.decide.map.MapTypeFaults;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.Tick;
import dungeon.schemas.state.LobbyMapType;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.LobbyTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** One subject of the lobby in memory, to which a test sends commands. Times are in ms since the scenario began. */
public final class LobbyScenario {
    static final long START_MS = GameScenario.START_MS;

    private final String subject;
    private final InMemoryAggregate<LobbyCommand, LobbyEvent> aggregate;
    private final List<LobbyEvent> events = new ArrayList<>();
    private long nowMs;
    private int commands;

    public LobbyScenario(String subject) {
        this.subject = subject;
        this.aggregate = InMemoryAggregate.of(LobbyContext.of(MapTypeFaults::of), subject);
    }

    LobbyScenario at(long ms) {
        nowMs = ms;
        return this;
    }

    public Optional<LobbyEvent> register(Principal sender, String name) {
        return send(sender, new RegisterPlayer(name));
    }

    public Optional<LobbyEvent> store(Principal sender, CreateMapType create) {
        return send(sender, create);
    }

    public Optional<LobbyEvent> send(Principal sender, SpecificRecord payload) {
        return send(command(sender, payload), sender, 100);
    }

    /** Sends a command; gives the first event that came of it. */
    Optional<LobbyEvent> send(LobbyCommand command, Principal sender, int bytes) {
        List<LobbyEvent> published = new ArrayList<>();
        aggregate.handle(command, new CommandMetadata(sender, START_MS + nowMs, bytes), published::addAll);
        events.addAll(published);
        if (published.size() <= 1) {
            return published.stream().findFirst();
        }
        // What timers have caused comes before, and has no command; a guest who plays stays, which is said afterwards.
        return published.stream().filter(event -> event.getCommandId() != null).findFirst();
    }

    /** Lets time pass; gives what timers have caused. */
    List<LobbyEvent> tick() {
        List<LobbyEvent> published = new ArrayList<>();
        LobbyCommand tick = command(Principal.administrator(), new Tick());
        aggregate.handle(
                tick, new CommandMetadata(Principal.unknown("a tick"), START_MS + nowMs, 100), published::addAll);
        events.addAll(published);
        return published;
    }

    /** Says what is counted over all players of the partition. */
    void count(LobbyTotals totals) {
        aggregate.state().put(LobbyTables.TOTALS, totals);
    }

    LobbyTotals totals() {
        return aggregate.state().load(LobbyTables.TOTALS, null);
    }

    /** Sets a timer that no build of today sets. */
    void set(DueTimer timer) {
        aggregate.state().add(timer);
    }

    void fold(LobbyEvent event) {
        aggregate.fold(event);
    }

    LobbyCommand command(Principal sender, SpecificRecord payload) {
        return new LobbyCommand(
                GameScenario.commandId(++commands),
                Instant.ofEpochMilli(START_MS + nowMs),
                subject,
                sender.playerId(),
                payload);
    }

    List<LobbyEvent> events() {
        return List.copyOf(events);
    }

    Progress progress() {
        return aggregate.state().load(LobbyTables.ALL.progress(), null);
    }

    LobbyPlayer player() {
        return aggregate.state().load(LobbyTables.PLAYERS, null);
    }

    LobbyMapType mapType() {
        return aggregate.state().load(LobbyTables.MAP_TYPES, null);
    }
}
