package dungeon.queries.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dungeon.platform.tracing.Tracing;
import dungeon.queries.TestBytes;
import dungeon.queries.TestGame;
import dungeon.queries.events.FeedStart.Step;
import dungeon.queries.robots.RobotsView;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedsTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String OTHER_GAME = "10000000-0000-4000-8000-000000000002";
    private static final int RING_BYTES = 5_000;
    private static final int SEARCH_BYTES = 60_000;

    private final FakeLog log = new FakeLog();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TestGame game = TestGame.underWay(GAME);
    private final TestGame other = TestGame.ended(OTHER_GAME);
    private Feeds<Event> feeds;

    @AfterEach
    void close() {
        if (feeds != null) {
            feeds.close();
        }
    }

    @Test
    void followsFromTheRingWithoutReadingTheLog() {
        start();
        happened(game, 1, 10);

        FakeSink sink = follow(new FeedStart(GAME, 8, 7, List.of(new Step(11, 10))));
        happened(game, 11, 12);

        sink.awaitSequences(8, 12);
        assertThat(pages()).isZero();
        assertThat(log.consumers()).isEqualTo(1);
    }

    @Test
    void readsWhatIsOlderFromTheLogAndGoesOnFromTheRing() {
        log.add(game.events());
        start();

        FakeSink sink = follow(FeedStart.at(GAME, 3, 0));
        sink.awaitSequences(3, game.sequence());
        log.add(List.of(event(game.sequence() + 1)));

        sink.awaitSequences(3, game.sequence() + 1);
    }

    @Test
    void whoComesToTheSamePastAgainCostsLittleReading() {
        int events = 1_000;
        log.add(LongStream.rangeClosed(1, events).mapToObj(this::event).toList());
        start();
        follow(FeedStart.at(GAME, 1, 0)).awaitSequences(1, events);
        int once = log.recordsRead();

        follow(FeedStart.at(GAME, 1, 0)).awaitSequences(1, events);

        assertThat(once).isGreaterThanOrEqualTo(events);
        // What is left of the last page is read again.
        assertThat(log.recordsRead() - once).isLessThan(events / 2);
    }

    @Test
    void readsTheLogFromWhereTheEventIsKnownToBe() {
        log.add(other.events());
        log.add(game.events());
        start();
        int from = (int) game.sequence() - 1;

        FakeSink sink =
                follow(FeedStart.at(GAME, from, offset(from) + other.events().size()));

        sink.awaitSequences(from, game.sequence());
        assertThat(log.recordsRead()).isLessThanOrEqualTo(10);
    }

    @Test
    void readsNothingForWhoHasHadEverything() {
        log.add(game.events());
        start();
        long last = game.sequence();

        FakeSink sink = follow(new FeedStart(GAME, last + 1, 0, List.of(new Step(last + 1, last))));
        log.add(List.of(event(last + 1)));

        sink.awaitSequences(last + 1, last + 1);
        assertThat(log.recordsRead()).isEqualTo(1);
    }

    @Test
    void passesOverWhatLiesBehindTheLastEvent() {
        log.add(game.events());
        log.add(other.events());
        int all = game.events().size() + other.events().size();
        start();

        FakeSink sink = follow(new FeedStart(GAME, 1, 0, List.of(new Step(game.sequence() + 1, all))));

        sink.awaitSequences(1, game.sequence());
        assertThat(log.recordsRead()).isLessThan(game.events().size() + 10);
    }

    /** An ended game is purged an hour later, and others play meanwhile. */
    @Test
    void stepsOverWhatOthersDidWhileNothingHappenedToTheGame() {
        int before = 5;
        log.add(game.events().subList(0, before));
        int meanwhile = 3_000;
        log.add(LongStream.rangeClosed(1, meanwhile)
                .mapToObj(sequence -> Event.newBuilder(other.events().get(0))
                        .setSequence(sequence)
                        .build())
                .toList());
        log.add(game.events().subList(before, before + 2));
        start();

        FakeSink sink = follow(new FeedStart(
                GAME,
                2,
                0,
                List.of(new Step(before + 1, before + meanwhile), new Step(before + 3, before + meanwhile + 2))));

        sink.awaitSequences(2, before + 2);
        // At both places the broker sends a little more than what is wanted.
        assertThat(log.recordsRead()).isLessThan(meanwhile / 2);
    }

    @Test
    void whoCannotTakeEventsHoldsUpNobodyAndIsCutOff() {
        start();
        FakeSink slow = follow(FeedStart.at(GAME, 1, 0));
        FakeSink quick = follow(FeedStart.at(GAME, 1, 0));
        happened(game, 1, 1);
        slow.awaitSequences(1, 1);
        slow.takeNothing();

        happened(game, 2, game.events().size());

        quick.awaitSequences(1, game.sequence());
        await().until(slow::isAborted);
        assertThat(slow.sequences()).containsExactly(1L);
        assertThat(cutOff("too slow")).isOne();
        assertThat(feeds.followers()).isEqualTo(1);
    }

    @Test
    void whoTakesNothingForTooLongIsCutOff() {
        start();
        FakeSink stuck = follow(FeedStart.at(GAME, 1, 0));
        happened(game, 1, 1);
        stuck.awaitSequences(1, 1);
        stuck.takeNothing();
        happened(game, 2, 2);

        await().until(stuck::isAborted);
        assertThat(cutOff("stalled")).isOne();
    }

    @Test
    void goesOnWhereItStoppedWhenItCanTakeEventsAgain() {
        start();
        FakeSink sink = follow(FeedStart.at(GAME, 1, 0));
        happened(game, 1, 1);
        sink.awaitSequences(1, 1);
        sink.takeNothing();
        happened(game, 2, 6);
        assertThat(sink.sequences()).containsExactly(1L);

        sink.takeAgain();

        sink.awaitSequences(1, 6);
    }

    @Test
    void makesTheFormOfAnEventOnceForAll() {
        start();
        List<FakeSink> sinks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sinks.add(follow(FeedStart.at(GAME, 1, 0)));
        }
        // Small ones: what the ring drops before a follower has it is read from the log, and made again.
        log.add(List.of(event(1), event(2), event(3)));

        sinks.forEach(sink -> sink.awaitSequences(1, 3));
        assertThat(sinks.stream().flatMap(sink -> sink.frames().stream()).distinct())
                .hasSize(3);
    }

    @Test
    void endsAtTheEndOfTheLogThatWasAskedFor() {
        log.add(game.events());
        log.add(other.events());
        start();
        long end = feeds.endOf(GAME).join();
        happened(game, 1, 0);

        FakeSink list = new FakeSink();
        feeds.follow(FeedStart.at(GAME, 1, 0), OptionalLong.of(end), list);

        await().until(list::isEnded);
        assertThat(list.sequences()).hasSize(game.events().size());
    }

    @Test
    void aListThatIsEndedByTheApplicationDoesNotLookComplete() {
        start();
        FakeSink list = new FakeSink();
        list.takeNothing();
        feeds.follow(FeedStart.at(GAME, 1, 0), OptionalLong.of(1_000_000), list);
        list.takeAgain();

        feeds.close();

        await().until(list::isAborted);
    }

    @Test
    void forgetsAClientThatHasLeftBeforeItBegan() {
        start();
        FakeSink left = new FakeSink() {
            @Override
            public void open(Runnable nowReady, Runnable gone) {
                throw new IllegalStateException("The client has left");
            }
        };

        assertThatThrownBy(() -> feeds.follow(FeedStart.at(GAME, 1, 0), OptionalLong.empty(), left))
                .hasMessage("The client has left");
        assertThat(feeds.followers()).isZero();
    }

    @Test
    void saysThatItIsAliveWhereNothingHappens() {
        start();
        FakeSink sink = follow(FeedStart.at(GAME, 1, 0));

        await().until(() -> sink.signsOfLife() >= 3);
    }

    @Test
    void findsAGameOfWhichNothingIsKnown() {
        log.add(game.events());
        start();

        FeedStart start = feeds.search(GAME, 5).join().orElseThrow().start();

        assertThat(start.offset()).isZero();
        assertThat(start.next()).isEqualTo(5);
        assertThat(feeds.search(OTHER_GAME, 1).join()).isEmpty();
    }

    @Test
    void looksForAGameInABoundedPartOfTheLog() {
        log.add(game.events());
        while (log.size() * 300 < SEARCH_BYTES * 2) {
            log.add(other.events());
        }
        start();
        int before = log.recordsRead();

        assertThatThrownBy(() -> feeds.search(GAME, 1).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("may be further back");
        assertThat(log.recordsRead() - before).isLessThanOrEqualTo(SEARCH_BYTES / 300 + 10);
    }

    private void start() {
        FeedLimits standard = FeedLimits.standard(Duration.ofMillis(50), Duration.ofMillis(500));
        feeds = new Feeds<>(
                "none",
                reading -> log.consumer(),
                EventSource.of(RobotsView.VIEW.module(), GamePurged.class, TestBytes.deserializer()),
                new FeedLimits(
                        RING_BYTES,
                        standard.allRingsBytes(),
                        standard.rings(),
                        standard.batchBytes(),
                        standard.heartbeat(),
                        standard.batch(),
                        standard.stall(),
                        standard.writers(),
                        standard.pastReaders(),
                        standard.pageScanBytes(),
                        standard.pageTime(),
                        SEARCH_BYTES,
                        standard.brokerTimeout()),
                metrics,
                Tracing.off());
        feeds.start();
        await().until(feeds::isReading);
    }

    private FakeSink follow(FeedStart start) {
        FakeSink sink = new FakeSink();
        feeds.follow(start, OptionalLong.empty(), sink);
        return sink;
    }

    /** And is in the rings. */
    private void happened(TestGame which, int from, int to) {
        log.add(which.events().subList(from - 1, to));
        if (to >= from) {
            await().until(() -> feeds.atHand(which.gameId(), to).isPresent());
        }
    }

    private Event event(long sequence) {
        return Event.newBuilder(game.events().get(5)).setSequence(sequence).build();
    }

    private static long offset(long sequence) {
        return sequence - 1;
    }

    private double pages() {
        return metrics.get("dungeon.queries.streams.pages").counter().count();
    }

    private double cutOff(String cause) {
        return metrics.get("dungeon.queries.streams.cut.off")
                .tag("cause", cause)
                .counter()
                .count();
    }

    /** A client that takes what it likes. */
    private static class FakeSink implements EventSink {
        private final List<FeedEvent> events = new ArrayList<>();
        private Runnable ready = () -> {};
        private boolean takes = true;
        private boolean ended;
        private boolean aborted;
        private int signsOfLife;

        @Override
        public void open(Runnable nowReady, Runnable gone) {
            synchronized (this) {
                ready = nowReady;
            }
        }

        @Override
        public synchronized boolean isReady() {
            return takes;
        }

        @Override
        public synchronized boolean send(List<FeedEvent> more) {
            events.addAll(more);
            return true;
        }

        @Override
        public synchronized void alive() {
            signsOfLife++;
        }

        @Override
        public synchronized void end(boolean isOver) {
            ended = true;
        }

        @Override
        public synchronized void abort() {
            aborted = true;
        }

        synchronized void takeNothing() {
            takes = false;
        }

        synchronized void takeAgain() {
            takes = true;
            ready.run();
        }

        synchronized boolean isEnded() {
            return ended;
        }

        synchronized boolean isAborted() {
            return aborted;
        }

        synchronized int signsOfLife() {
            return signsOfLife;
        }

        synchronized List<Long> sequences() {
            return events.stream().map(FeedEvent::sequence).toList();
        }

        synchronized List<EventFrame> frames() {
            return events.stream().map(FeedEvent::frame).toList();
        }

        void awaitSequences(long from, long to) {
            List<Long> wanted = LongStream.rangeClosed(from, to).boxed().toList();
            await().untilAsserted(() -> assertThat(sequences()).isEqualTo(wanted));
            String id = "id: %d\n".formatted(to);
            List<EventFrame> frames = frames();
            assertThat(StandardCharsets.UTF_8
                            .decode(frames.get(frames.size() - 1).message())
                            .toString())
                    .startsWith(id);
        }
    }
}
