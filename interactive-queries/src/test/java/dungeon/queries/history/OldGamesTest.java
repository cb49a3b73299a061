package dungeon.queries.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.platform.envelope.Ids;
import dungeon.queries.TestGame;
import dungeon.queries.http.FakePartitionLocator;
import dungeon.queries.robots.GameReader;
import dungeon.queries.robots.RobotsView;
import dungeon.queries.views.ViewsDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldGamesTest {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration OF_A_GAME = Duration.ofMinutes(3);

    private static final String OLD = "10000000-0000-4000-8000-000000000001";
    private static final String INCOMPLETE = "10000000-0000-4000-8000-000000000002";
    private static final String MISSING = "10000000-0000-4000-8000-000000000003";
    private static final String BEHIND = "10000000-0000-4000-8000-000000000004";
    private static final String NOT_PURGED = "10000000-0000-4000-8000-000000000005";
    private static final String RUNNING = "10000000-0000-4000-8000-000000000006";

    @TempDir
    private Path stateDir;

    private final AtomicInteger looks = new AtomicInteger();
    private volatile Duration sinceCreation = KEPT;
    private ViewsDriver views;
    private FakeHistory history;
    private HistoryClient client;

    @BeforeEach
    void open() throws Exception {
        views = new ViewsDriver(stateDir);
        history = new FakeHistory();
        client = new HistoryClient(history.url());
        for (String id : List.of(OLD, INCOMPLETE, MISSING, BEHIND)) {
            views.pipe(TestGame.purged(id).events());
        }
        views.pipe(TestGame.ended(NOT_PURGED).events());
        views.pipe(TestGame.underWay(RUNNING).events());
        long last = TestGame.purged(OLD).sequence();
        history.add(OLD, last, true);
        history.add(INCOMPLETE, last, false);
        history.add(BEHIND, last - 1, true);
        history.add(NOT_PURGED, last, true);
        history.add(RUNNING, last, true);
    }

    @AfterEach
    void close() {
        client.close();
        history.close();
        views.close();
    }

    @Test
    void leaveWhenTheHistoryHasAllOfThem() {
        try (OldGames old = looking(client)) {
            old.start();
            await("two looks").until(() -> looks.get() >= 2);
            views.advance(SECOND);
            assertThat(games()).as("before the time is over").contains(OLD);
            assertThat(history.requests()).isEmpty();

            sinceCreation = KEPT.plus(OF_A_GAME);
            await("two looks").until(() -> history.requests().size() > 4);
            views.advance(SECOND);
            assertThat(games()).containsExactly(INCOMPLETE, MISSING, BEHIND, NOT_PURGED, RUNNING);
        }
    }

    /** Behind the first one that cannot be old, nobody is asked for any. */
    @Test
    void noneIsLookedAtThatWasCreatedTooLateToBeOld() {
        sinceCreation = KEPT.plus(OF_A_GAME);
        String young =
                Ids.timed(TestGame.CREATED_AT.plus(OF_A_GAME).plusSeconds(1).toEpochMilli(), "young");
        String old = Ids.timed(TestGame.CREATED_AT.toEpochMilli(), "old");
        for (String id : List.of(young, old)) {
            views.pipe(TestGame.purged(id).events());
            history.add(id, TestGame.purged(id).sequence(), true);
        }
        try (OldGames games = looking(client)) {
            games.start();
            await("two looks").until(() -> looks.get() >= 3);
            assertThat(history.requests()).anyMatch(request -> request.contains(old));
            assertThat(history.requests()).noneMatch(request -> request.contains(young));
        }
    }

    @Test
    void stayWhileTheHistoryIsAway() {
        sinceCreation = KEPT.plus(OF_A_GAME);
        String url = history.url();
        history.close();
        try (HistoryClient nobody = new HistoryClient(url);
                OldGames old = looking(nobody)) {
            old.start();
            await("two looks").until(() -> looks.get() >= 2);
            views.advance(SECOND);
            assertThat(games()).contains(OLD);
        }
    }

    private OldGames looking(HistoryClient asked) {
        InstantSource clock = () -> {
            looks.incrementAndGet();
            return TestGame.CREATED_AT.plus(sinceCreation);
        };
        return new OldGames(
                new FakePartitionLocator(new HostInfo("127.0.0.1", 1)),
                views,
                asked,
                views.departing(),
                KEPT,
                Duration.ofMillis(20),
                clock);
    }

    private List<String> games() {
        return RobotsView.list(views).read(List.of(ViewsDriver.PARTITION), null, 10, null).found().stream()
                .map(GameReader::id)
                .toList();
    }
}
