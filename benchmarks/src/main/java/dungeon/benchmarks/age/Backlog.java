package dungeon.benchmarks.age;

import dungeon.benchmarks.measure.GroupMeter;
import dungeon.benchmarks.measure.Throughput;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the topology has not decided yet, of games and of the lobby. */
final class Backlog implements AutoCloseable {
    private static final long POLL_MS = 25;

    private final GroupMeter meter;

    Backlog(Map<String, Object> clientConfig) {
        meter = new GroupMeter(
                clientConfig, Throughput.TOPOLOGY, List.of(Topics.COMMANDS.name(), Topics.LOBBY_COMMANDS.name()));
    }

    /**
     * Waits until no more than so many commands are to be decided.
     *
     * @throws IllegalStateException if for so long there were no fewer, and still too many
     */
    void awaitAtMost(long commands, Duration patience) throws InterruptedException {
        long least = Long.MAX_VALUE;
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        for (long left = meter.left(); left > commands; left = meter.left()) {
            if (left < least) {
                least = left;
                deadlineNanos = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > deadlineNanos) {
                throw new IllegalStateException(
                        "%d commands are to be decided, and for %s there were no fewer".formatted(left, patience));
            }
            Thread.sleep(POLL_MS);
        }
    }

    @Override
    public void close() {
        meter.close();
    }
}
