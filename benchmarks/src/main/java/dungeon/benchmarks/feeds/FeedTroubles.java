package dungeon.benchmarks.feeds;

import dungeon.benchmarks.host.BenchHost;
import dungeon.standalone.machine.Readiness;
import dungeon.standalone.processes.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** A thousand who watch one game over WebSockets, while others take nothing, while all come again at once, and while the instance is killed. */
final class FeedTroubles {
    private static final int WATCHERS = 1_000;
    private static final int STALLED = 100;
    private static final double EVENTS_PER_S = 200;
    private static final int EVENTS_MAXIMUM = 40_000;
    private static final int BYSTANDERS = 100;
    private static final int READ_BYTES = 1024 * 1024;
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration RECONNECTS = Duration.ofSeconds(10);
    /** Stalled clients are cut off after 20 s. */
    private static final Duration STALL = Duration.ofSeconds(30);

    private static final Duration READY_MAXIMUM = Duration.ofMinutes(2);
    private static final double P99 = 99;

    private final BenchHost host;
    private final Map<String, Double> measured = new LinkedHashMap<>();
    /** Events of the game so far whose commit is known. */
    private long written;

    FeedTroubles(BenchHost host) {
        this.host = host;
    }

    Map<String, Double> measure(Child queries) throws IOException, InterruptedException {
        Commits commits = new Commits(1, EVENTS_MAXIMUM);
        try (FeedGames games = new FeedGames(host.clientConfig(), "troubles", 1, commits);
                FeedClients clients = new FeedClients(host.queriesUrl(), FeedTransport.WEB_SOCKET, commits)) {
            games.open();
            for (int i = 0; i < WATCHERS; i++) {
                clients.follow(0, games.gameId(0), 1);
            }
            play(games, clients, SHORT);
            measured.put(name("nothing wrong: from commit to client, p99, ms"), p99(play(games, clients, SHORT)));
            withStalled(games, clients);
            withReconnects(games, clients);
            withKill(games, clients, queries);
            measured.put(name("all of these: events out of order, 1"), (double) clients.outOfOrder());
        }
        return measured;
    }

    private void withStalled(FeedGames games, FeedClients clients) throws IOException, InterruptedException {
        List<SocketChannel> stalled = new ArrayList<>();
        for (int i = 0; i < STALLED; i++) {
            stalled.add(clients.stall(games.gameId(0)));
        }
        measured.put(
                name("%d more that take nothing: from commit to client, p99, ms".formatted(STALLED)),
                p99(play(games, clients, STALL)));
        int left = 0;
        for (SocketChannel channel : stalled) {
            left += isConnected(channel) ? 1 : 0;
            channel.close();
        }
        measured.put(
                name("%d more that take nothing: still connected afterwards, 1".formatted(STALLED)), (double) left);
    }

    /** All come again at once while the game goes on, and some others stay. */
    private void withReconnects(FeedGames games, FeedClients clients) throws IOException, InterruptedException {
        Commits commits = clients.commits();
        try (FeedClients bystanders = new FeedClients(host.queriesUrl(), FeedTransport.WEB_SOCKET, commits)) {
            for (int i = 0; i < BYSTANDERS; i++) {
                bystanders.follow(0, games.gameId(0), 1);
            }
            play(games, clients, SHORT);
            // They have read what was before, too.
            FeedsBench.await(bystanders, written * BYSTANDERS);
            Histogram ofBystanders = bystanders.recordAnew();
            CompletableFuture<Double> reconnected = CompletableFuture.supplyAsync(() -> reconnect(clients));
            play(games, clients, RECONNECTS);
            measured.put(name("all leave and come again at once: connected after, s"), reconnected.join());
            measured.put(
                    name("all leave and come again at once: from commit to %d others, p99, ms".formatted(BYSTANDERS)),
                    p99(ofBystanders));
            measured.put(name("all leave and come again at once: events of others out of order, 1"), (double)
                    bystanders.outOfOrder());
        }
    }

    private static double reconnect(FeedClients clients) {
        long startNanos = System.nanoTime();
        try {
            clients.reconnect();
        } catch (IOException e) {
            throw new UncheckedIOException("The watchers cannot come again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the watchers come again", e);
        }
        return seconds(startNanos);
    }

    private void withKill(FeedGames games, FeedClients clients, Child queries)
            throws IOException, InterruptedException {
        queries.kill();
        clients.recordAnew();
        long events = games.play(EVENTS_PER_S, SHORT.toNanos())[0];
        queries.start();
        Readiness.await(HttpClient.newHttpClient(), host.queriesUrl(), READY_MAXIMUM);
        long startNanos = System.nanoTime();
        clients.reconnect();
        FeedsBench.await(clients, events * WATCHERS);
        measured.put(name("the instance is killed for 5 s and more: all have caught up after, s"), seconds(startNanos));
        measured.put(name("the instance is killed for 5 s and more: events missing, 1"), (double)
                (events * WATCHERS - clients.received()));
    }

    /** Reads what the system has kept for one that took nothing, up to its end if there is one. */
    private static boolean isConnected(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        ByteBuffer kept = ByteBuffer.allocate(READ_BYTES);
        try {
            int count = channel.read(kept);
            while (count > 0) {
                kept.clear();
                count = channel.read(kept);
            }
            return count == 0;
        } catch (IOException reset) {
            return false;
        }
    }

    private Histogram play(FeedGames games, FeedClients clients, Duration time) throws InterruptedException {
        Histogram delaysUs = clients.recordAnew();
        long events = games.play(EVENTS_PER_S, time.toNanos())[0];
        written += events;
        FeedsBench.await(clients, events * WATCHERS);
        return delaysUs;
    }

    private static String name(String what) {
        return "WebSocket, %,d watchers of one game, %s".formatted(WATCHERS, what);
    }

    private static double p99(Histogram delaysUs) {
        return delaysUs.getValueAtPercentile(P99) / 1_000.0;
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }
}
