package dungeon.queries.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.queries.TestRoom;
import dungeon.queries.http.FakePartitionLocator;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.views.OldAggregates;
import dungeon.queries.views.RoomViews;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Closed rooms leave the views. */
@Timeout(60)
class ClosedRoomsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path stateDir;

    private final AtomicInteger looks = new AtomicInteger();
    private final TestRoom waiting = TestRoom.waiting("waiting");
    private final TestRoom closed = TestRoom.waiting("closed").left(TestRoom.ANN);
    private volatile Instant now = TestRoom.START;
    private RoomViews views;

    @BeforeEach
    void open() {
        views = new RoomViews(stateDir, new SequenceSignals());
        views.pipe(waiting.events());
        views.pipe(closed.events());
    }

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void anHourAfterTheyWereClosedAndNoOthersDo() {
        // Ann left a second after she had opened it.
        now = TestRoom.START.plus(TicTacToeView.CLOSED_ROOMS_KEPT);
        try (OldAggregates<RoomReader> old = TicTacToeView.closedRooms(
                new FakePartitionLocator(new HostInfo("127.0.0.1", 1)),
                views,
                views.departing(),
                Duration.ofMillis(20),
                () -> {
                    looks.incrementAndGet();
                    return now;
                })) {
            old.start();
            await("two looks").until(() -> looks.get() >= 2);
            views.advance(SECOND);
            assertThat(rooms()).as("before the time is over").hasSize(2);

            now = now.plus(SECOND);
            int before = looks.get();
            await("two looks").until(() -> looks.get() >= before + 2);
            views.advance(SECOND);
            assertThat(rooms()).containsExactly(waiting.roomId());
        }
    }

    private List<String> rooms() {
        return TicTacToeView.list(views).read(List.of(RoomViews.PARTITION), null, 10, null).found().stream()
                .map(RoomReader::id)
                .toList();
    }
}
