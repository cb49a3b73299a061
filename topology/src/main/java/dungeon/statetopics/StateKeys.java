package dungeon.statetopics;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Keys of the state topics: the gameId, and what is behind a colon. All of a game is in one partition, that of its events. */
final class StateKeys implements StreamPartitioner<String, SpecificRecord> {
    static final String SEPARATOR = ":";

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, SpecificRecord value, int partitions) {
        byte[] gameId = key.split(SEPARATOR, 2)[0].getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(gameId)) % partitions));
    }
}
