package dungeon.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.benchmarks.host.BenchHost;
import dungeon.benchmarks.measure.TopicPartitions.Owner;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicPartitionsTest {
    @Test
    void countsByOwner() {
        TopicPartitions partitions = new TopicPartitions(Map.of(
                "dungeon.commands.v1", 12,
                "lobby.events.v1", 12,
                "dungeon-topology-robots-changelog", 12,
                "dungeon-interactive-queries-robots-changelog", 6,
                "__consumer_offsets", 4,
                "somebody's", 1));
        assertThat(partitions.of(Owner.PLATFORM)).isEqualTo(24);
        assertThat(partitions.of(Owner.TOPOLOGY)).isEqualTo(12);
        assertThat(partitions.of(Owner.QUERIES)).isEqualTo(6);
        assertThat(partitions.of(Owner.BROKER)).isEqualTo(4);
        assertThat(partitions.of(Owner.NOBODY_KNOWN)).isEqualTo(1);
        assertThat(partitions.all()).isEqualTo(47);
    }

    @Test
    void leavesTheBenchmarksOwnTopicOut() {
        assertThat(new TopicPartitions(Map.of(BenchHost.PASS_THROUGH_TOPIC, 12)).all())
                .isZero();
    }
}
