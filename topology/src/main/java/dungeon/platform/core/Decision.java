package dungeon.platform.core;

import dungeon.platform.core.state.Evolver;
import dungeon.platform.core.state.Table;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.envelope.EventFormat;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * One decision in the making: what a command or a timer causes. Each event that is emitted changes the state at once, so that the
 * next one is decided on what it leaves; nothing of that is written before the decision is complete.
 *
 * @param <S> the state of the context as decisions read it
 */
public final class Decision<S> {
    private final UnitOfWork work;
    private final S state;
    private final Evolver evolver;
    private final Collector<?> collector;
    private Principal principal;
    private long timeMs;
    private Instant time;
    private String commandId;
    private String playerId;

    private Decision(UnitOfWork work, S state, Evolver evolver, Collector<?> collector) {
        this.work = work;
        this.state = state;
        this.evolver = evolver;
        this.collector = collector;
    }

    /** A decision on the state of a unit of work; used again for each command and timer. */
    static <E extends SpecificRecord, S> Decision<S> on(
            UnitOfWork work, S state, Evolver evolver, Collector<E> collector) {
        return new Decision<>(work, state, evolver, collector);
    }

    /** Begins with the next one, at a time in ms since 1970. */
    void begin(long atMs, String byCommandId, Principal by) {
        timeMs = atMs;
        time = Instant.ofEpochMilli(atMs);
        commandId = byCommandId;
        principal = by;
        playerId = by == null ? null : by.playerId();
        collector.begin();
    }

    public S state() {
        return state;
    }

    public String aggregateId() {
        return work.aggregateId();
    }

    /** Whether the aggregate is there. */
    public boolean exists() {
        return work.exists();
    }

    /** Whether the aggregate is there, or was. */
    public boolean isTaken() {
        return work.isTaken();
    }

    /** Game time, in ms since 1970: of a timer when it was due, of a command when it arrived. */
    public long timeMs() {
        return timeMs;
    }

    /** Game time. */
    public Instant time() {
        return time;
    }

    /** Who gave the command; null for a timer. */
    public Principal principal() {
        return principal;
    }

    /** Whose command it is; null if nobody's or an administrator's. */
    public String playerId() {
        return playerId;
    }

    /** Says which command led to what a timer causes, and whose it was; before the first event. */
    public void onBehalfOf(String earlierCommandId, String earlierPlayerId) {
        if (principal != null || !collector.isEmpty()) {
            throw new IllegalStateException(
                    "Only a timer acts on behalf of a command, and says so before its first event");
        }
        commandId = earlierCommandId;
        playerId = earlierPlayerId;
    }

    /** The number of the event that is emitted next. */
    public long nextSequence() {
        Progress progress = work.progress();
        return (progress == null ? 0 : progress.getSequence()) + 1;
    }

    public void emit(SpecificRecord payload) {
        emit(playerId, payload);
    }

    /** Emits an event about another player than the one whose command led to it. */
    public void emit(String concernedPlayerId, SpecificRecord payload) {
        emit(nextSequence(), concernedPlayerId, payload);
    }

    /** Refuses the command. The rejection of a command to an aggregate that is not there stands outside any sequence. */
    public void reject(SpecificRecord rejection) {
        if (!collector.isEmpty()) {
            throw new IllegalStateException("A command is rejected before anything else comes of it: " + rejection);
        }
        if (exists()) {
            emit(rejection);
        } else {
            emit(0, playerId, rejection);
        }
    }

    /** Keeps what no event tells. */
    public <V extends SpecificRecord> void keepSecret(Table<Void, V> table, V value) {
        if (!table.isSecret()) {
            throw new IllegalArgumentException("Only events change what is no secret, such as " + table);
        }
        work.put(table, value);
    }

    private void emit(long sequence, String concernedPlayerId, SpecificRecord payload) {
        EventMetadata metadata =
                new EventMetadata(work.aggregateId(), sequence, time, timeMs, commandId, concernedPlayerId);
        work.fold(evolver, metadata, payload);
        collector.add(metadata, payload);
    }

    /** The events of a decision. */
    static final class Collector<E extends SpecificRecord> {
        private final BiFunction<EventMetadata, SpecificRecord, E> factory;
        private final ObjIntConsumer<E> setRemaining;
        private List<E> events = List.of();

        Collector(EventFormat<E> format) {
            factory = format::create;
            setRemaining = format.setRemaining();
        }

        private void begin() {
            events = List.of();
        }

        private boolean isEmpty() {
            return events.isEmpty();
        }

        private void add(EventMetadata metadata, SpecificRecord payload) {
            if (events.isEmpty()) {
                events = new ArrayList<>();
            }
            events.add(factory.apply(metadata, payload));
        }

        /** The events, each with the number of those that follow it. */
        List<E> events() {
            for (int i = 0; i < events.size(); i++) {
                setRemaining.accept(events.get(i), events.size() - 1 - i);
            }
            return events;
        }
    }
}
