package dungeon.ingest.commands;

import dungeon.platform.envelope.EventFormat;
import dungeon.platform.log.LogReader;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.serde.EventHeads;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.Envelopes;
import dungeon.schemas.topics.TicTacToeEnvelopes;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All committed events from so far back as outcomes are remembered, and those of the lobby from where an earlier start has read up to, or
 * from the beginning. They decide whether the application is ready, because whoever reads them notices first that the brokers or the
 * registry are away.
 */
final class CommittedEvents implements LogReader<String> {
    /** Takes every event in the order of its partition, with its place in the log. */
    interface Sink {
        void take(CommittedEvent event, int partition, long offset);
    }

    /** How far the lobby has been read. */
    interface LobbyStart {
        /**
         * Where to begin with each partition.
         *
         * @param ends of the partitions
         */
        Map<Integer, Long> begin(Map<Integer, Long> ends);

        /** All that stands before these offsets was taken. */
        void hasPassed(Map<Integer, Long> nextOffsets);
    }

    private static final Logger LOG = LoggerFactory.getLogger(CommittedEvents.class);
    /** Clocks of brokers and instances differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Duration outcomesKept;
    private final Duration brokerTimeout;
    private final CommandRecords commandRecords;
    private final Readiness readiness;
    private final Sink sink;
    private final LobbyStart lobby;
    private final RevocationEvents revocations;
    private final Deserializer<Event> events;
    private final EventHeads heads;
    private final EventHeads lobbyHeads;
    private final Deserializer<LobbyEvent> lobbyEvents;
    private final Deserializer<IdentityEvent> identityEvents;
    private final Deserializer<TicTacToeEvent> roomEvents;
    private final EventHeads roomHeads;
    private final Counter skipped;
    private final Clock clock;

    /**
     * @param outcomesKept how long outcomes are remembered
     * @param brokerTimeout how long one question to the brokers may take
     * @param registrySettings for decoding
     * @param sink gets every event in the order of its partition
     * @param lobby where the lobby's log is read from
     * @param revocations of which everything is read that still counts
     * @param skipped counts records that could not be decoded
     */
    CommittedEvents(
            Duration outcomesKept,
            Duration brokerTimeout,
            CommandRecords commandRecords,
            Readiness readiness,
            Map<String, ?> registrySettings,
            Sink sink,
            LobbyStart lobby,
            RevocationEvents revocations,
            Counter skipped,
            Clock clock) {
        this.outcomesKept = outcomesKept;
        this.brokerTimeout = brokerTimeout;
        this.commandRecords = commandRecords;
        this.readiness = readiness;
        this.sink = sink;
        this.lobby = lobby;
        this.revocations = revocations;
        this.events = Topics.EVENTS.valueSerde(registrySettings).deserializer();
        this.heads = new EventHeads(Event.getClassSchema(), registrySettings);
        this.lobbyHeads = new EventHeads(LobbyEvent.getClassSchema(), registrySettings);
        this.lobbyEvents = Topics.LOBBY_EVENTS.valueSerde(registrySettings).deserializer();
        this.identityEvents =
                Topics.IDENTITY_EVENTS.valueSerde(registrySettings).deserializer();
        this.roomEvents = Topics.TICTACTOE_EVENTS.valueSerde(registrySettings).deserializer();
        this.roomHeads = new EventHeads(TicTacToeEvent.getClassSchema(), registrySettings);
        this.skipped = skipped;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        commandRecords.registerSchemas();
    }

    @Override
    public Map<TopicPartition, Long> begin(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        long sinceMs = clock.instant().minus(outcomesKept).minus(MARGIN).toEpochMilli();
        long revokedSinceMs = revocations.since().minus(MARGIN).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> recent = consumer.offsetsForTimes(
                ends.keySet().stream()
                        .collect(Collectors.toMap(
                                Function.identity(), partition -> isOfIdentity(partition) ? revokedSinceMs : sinceMs)),
                brokerTimeout);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp first = recent.get(partition);
            long offset = first == null ? end : first.offset();
            offsets.put(partition, offset);
        });
        Map<Integer, Long> ofLobby = ofLobby(ends);
        if (!ofLobby.isEmpty()) {
            lobby.begin(ofLobby)
                    .forEach((partition, offset) -> offsets.merge(
                            new TopicPartition(Topics.LOBBY_EVENTS.name(), partition), offset, Math::min));
        }
        return offsets;
    }

    private static boolean isOfIdentity(TopicPartition partition) {
        return partition.topic().equals(Topics.IDENTITY_EVENTS.name());
    }

    @Override
    public void hasPassed(Map<TopicPartition, Long> nextOffsets) {
        lobby.hasPassed(ofLobby(nextOffsets));
    }

    private static Map<Integer, Long> ofLobby(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(Topics.LOBBY_EVENTS.name()))
                .collect(Collectors.toMap(each -> each.getKey().partition(), Map.Entry::getValue));
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> next) {
        if (next.value() == null) {
            skip(next, "it has no value");
            return;
        }
        try {
            sink.take(decode(next), next.partition(), next.offset());
        } catch (UndecodableException e) {
            skip(next, e.getMessage());
        }
    }

    private CommittedEvent decode(ConsumerRecord<String, byte[]> next) {
        String topic = next.topic();
        if (topic.equals(Topics.EVENTS.name())) {
            return byHead(next, heads, () -> whole(next, Envelopes.EVENTS, events));
        }
        if (topic.equals(Topics.TICTACTOE_EVENTS.name())) {
            return byHead(next, roomHeads, () -> whole(next, TicTacToeEnvelopes.EVENTS, roomEvents));
        }
        return topic.equals(Topics.LOBBY_EVENTS.name())
                ? byHead(next, lobbyHeads, () -> whole(next, Envelopes.LOBBY_EVENTS, lobbyEvents))
                : whole(next, Envelopes.IDENTITY_EVENTS, identityEvents);
    }

    private static <E extends SpecificRecord> CommittedEvent whole(
            ConsumerRecord<String, byte[]> next, EventFormat<E> format, Deserializer<E> deserializer) {
        return CommittedEvent.of(format, deserializer.deserialize(next.topic(), next.value()), next.value().length);
    }

    /** Of most events the head is enough; the rest is read for whoever waits for them. */
    private static CommittedEvent byHead(
            ConsumerRecord<String, byte[]> next, EventHeads heads, Supplier<CommittedEvent> whole) {
        return heads.read(next.topic(), next.value())
                .map(head -> CommittedEvent.of(
                        next.key(),
                        head,
                        next.value().length,
                        () -> whole.get().payload(),
                        () -> whole.get().json().get()))
                .orElseGet(whole);
    }

    private void skip(ConsumerRecord<String, byte[]> record, String reason) {
        skipped.increment();
        LOG.warn("Skipped {}-{} offset {}: {}", record.topic(), record.partition(), record.offset(), reason);
    }

    @Override
    public void isReading() {
        readiness.isNotReady(ProblemCode.STARTING, "The events so far are being read");
    }

    @Override
    public void isUpToDate() {
        readiness.isReady();
    }

    @Override
    public void isObstructed(ProblemCode code, String detail) {
        readiness.isNotReady(code, detail);
    }
}
