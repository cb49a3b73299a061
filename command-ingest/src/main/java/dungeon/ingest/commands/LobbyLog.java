package dungeon.ingest.commands;

import dungeon.ingest.problems.Problems;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads map types again from the events of the lobby, by their places; those that were wanted last are at hand. */
public final class LobbyLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LobbyLog.class);

    /** A map type of a player has some 50 kB at most, so all of these have less than 2 MB. */
    private static final int AT_HAND_MAXIMUM = 32;

    /** Where an event stands. */
    record Place(int partition, long offset) {}

    private final KafkaClients clients;
    private final Deserializer<LobbyEvent> events;
    private final Duration patience;
    private final Map<Place, MapType> atHand = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, MapType> eldest) {
            return size() > AT_HAND_MAXIMUM;
        }
    };
    private Consumer<String, byte[]> reader;

    /**
     * @param registrySettings for decoding
     * @param patience how long one read may take
     */
    public LobbyLog(KafkaClients clients, Map<String, ?> registrySettings, Duration patience) {
        this.clients = clients;
        this.events = Topics.LOBBY_EVENTS.valueSerde(registrySettings).deserializer();
        this.patience = patience;
    }

    /**
     * The map type that the event at a place has stored. One at a time: a read takes some ms, and what many want is at hand.
     *
     * @throws dungeon.ingest.problems.Problem BROKER_UNAVAILABLE if it cannot be read now
     */
    synchronized MapType mapTypeAt(Place place) {
        MapType known = atHand.get(place);
        if (known == null) {
            known = read(place);
            atHand.put(place, known);
        }
        return known;
    }

    private MapType read(Place place) {
        TopicPartition partition = new TopicPartition(Topics.LOBBY_EVENTS.name(), place.partition());
        try {
            if (reader == null) {
                reader = clients.newReader();
            }
            reader.assign(List.of(partition));
            reader.seek(partition, place.offset());
            long deadlineNanos = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < deadlineNanos) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(patience)) {
                    if (record.offset() == place.offset()) {
                        LobbyEvent event = events.deserialize(record.topic(), record.value());
                        return ((MapTypeCreated) event.getPayload()).getMap();
                    }
                }
            }
        } catch (KafkaException e) {
            LOG.warn("Cannot read the map type at {} offset {}", partition, place.offset(), e);
            close();
        }
        throw Problems.unavailable(ProblemCode.BROKER_UNAVAILABLE, "The map type could not be read within " + patience);
    }

    /** Ends the reader; the next read begins with a new one. */
    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
