package dungeon.statetopics;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class StateKeysTest {
    @Test
    void allOfAGameIsInThePartitionOfItsEvents() {
        for (int i = 0; i < 100; i++) {
            String gameId = new UUID(i * 0x9E3779B97F4A7C15L, i).toString();
            int partition =
                    BuiltInPartitioner.partitionForKey(gameId.getBytes(StandardCharsets.UTF_8), Topics.PARTITIONS);
            for (String key : new String[] {gameId, gameId + ":3:4", gameId + ":" + gameId}) {
                assertThat(new StateKeys().partitions("any", key, null, Topics.PARTITIONS))
                        .isEqualTo(Optional.of(Set.of(partition)));
            }
        }
    }
}
