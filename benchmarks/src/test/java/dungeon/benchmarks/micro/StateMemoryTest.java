package dungeon.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.streams.TableKeys;
import dungeon.robots.state.RobotsTables;
import java.lang.ref.Reference;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What robots take of the topology's heap, for docs/scaling.md; printed, and held below what is planned with there. */
@Tag("long")
class StateMemoryTest {
    private static final int GAMES = 10;
    private static final int PLAYERS = 100;
    private static final int ROBOTS_OF_A_PLAYER = 100;
    private static final double BYTES_PLANNED = 500;

    @Test
    void aThousandRobotsTakeLessThanHalfAMegabyte() {
        CommandLog log =
                new Fleet(GAMES, PLAYERS, ROBOTS_OF_A_PLAYER).measureFromHere().log(0);
        long before = usedBytes();
        try (ProcessorOnStores topology = new ProcessorOnStores()) {
            long robots;
            double bytes;
            try {
                log.before().forEach(topology::process);
                robots = robotsOf(topology);
                bytes = (double) (usedBytes() - before) / robots;
            } finally {
                // What was there before is there now.
                Reference.reachabilityFence(log);
            }
            System.out.printf(
                    "%,d robots: %,.0f bytes of heap each, all tables of their games included%n", robots, bytes);
            assertThat(robots).isEqualTo(GAMES * PLAYERS * ROBOTS_OF_A_PLAYER);
            assertThat(bytes).isLessThan(BYTES_PLANNED);
        }
    }

    private static long robotsOf(ProcessorOnStores topology) {
        Bytes table = TableKeys.prefix(RobotsTables.ROBOTS.code());
        long robots = 0;
        try (KeyValueIterator<Bytes, byte[]> all = topology.robots().prefixScan(table, new BytesSerializer())) {
            for (; all.hasNext(); all.next()) {
                robots++;
            }
        }
        return robots;
    }

    /** After collections, until they find nothing more. */
    private static long usedBytes() {
        long used = Long.MAX_VALUE;
        while (true) {
            System.gc();
            long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            if (now >= used - 100_000) {
                return now;
            }
            used = now;
        }
    }
}
