package dungeon.benchmarks.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/** Many who follow games, on one thread: each finds in what it gets the numbers of events, and checks that they follow each other. */
final class FeedClients implements AutoCloseable {
    private static final long LONGEST_US = 120_000_000L;
    private static final int DIGITS = 3;
    private static final int READ_BYTES = 256 * 1024;
    private static final long SELECT_MS = 100;

    /** Shows the server that a client is there, as an answer to a ping would, without looking for pings in what comes. */
    private static final byte[] PONG = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};

    private static final long PONG_NANOS = 5_000_000_000L;

    private final URI queries;
    private final FeedTransport transport;
    private final Commits commits;
    private final Selector selector;
    private final List<Client> clients = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "feed-clients");
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong outOfOrder = new AtomicLong();
    private volatile ConcurrentHistogram delaysUs = new ConcurrentHistogram(LONGEST_US, DIGITS);
    private volatile Runnable beforeReading = () -> {};
    private volatile boolean closed;

    FeedClients(URI queries, FeedTransport transport, Commits commits) throws IOException {
        this.queries = queries;
        this.transport = transport;
        this.commits = commits;
        this.selector = Selector.open();
        thread.setDaemon(true);
        thread.start();
    }

    /** One more follows a game, from an event on. */
    void follow(int game, String gameId, long from) throws IOException {
        Client client = new Client(game, gameId, from);
        clients.add(client);
        client.connect();
    }

    /** One more begins to follow a game and takes nothing. */
    SocketChannel stall(String gameId) throws IOException {
        return open(gameId, 1);
    }

    /** All leave at once, and come again with the number of the next event that they want. */
    void reconnect() throws IOException, InterruptedException {
        CountDownLatch left = new CountDownLatch(1);
        beforeReading = () -> {
            beforeReading = () -> {};
            selector.keys().forEach(SelectionKey::cancel);
            left.countDown();
        };
        selector.wakeup();
        left.await();
        for (Client client : clients) {
            client.channel.close();
        }
        for (Client client : clients) {
            client.connect();
        }
    }

    Commits commits() {
        return commits;
    }

    /** Where the delays go from now on, in µs, and counts from 0. */
    ConcurrentHistogram recordAnew() {
        ConcurrentHistogram next = new ConcurrentHistogram(LONGEST_US, DIGITS);
        received.set(0);
        delaysUs = next;
        return next;
    }

    /** How many events have come, whose commit is known. */
    long received() {
        return received.get();
    }

    /** How many streams have ended by themselves. */
    long ended() {
        return ended.get();
    }

    /** How many events came that were not the next one: gaps and repeats. */
    long outOfOrder() {
        return outOfOrder.get();
    }

    private SocketChannel open(String gameId, long from) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(queries.getHost(), queries.getPort()));
        channel.write(StandardCharsets.US_ASCII.encode(transport.request(gameId, from)));
        return channel;
    }

    private void run() {
        try {
            while (!closed) {
                beforeReading.run();
                selector.select(this::read, SELECT_MS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The clients cannot go on", e);
        }
    }

    private void read(SelectionKey key) {
        buffer.clear();
        int count;
        try {
            count = ((SocketChannel) key.channel()).read(buffer);
            if (count >= 0) {
                long now = System.nanoTime();
                buffer.flip();
                ((Client) key.attachment()).take(buffer, now);
            }
        } catch (IOException e) {
            count = -1;
        }
        if (count < 0) {
            ended.incrementAndGet();
            key.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Client client : clients) {
            client.channel.close();
        }
        selector.close();
    }

    /** One who follows a game. */
    private final class Client {
        private final int game;
        private final String gameId;
        private volatile long next;
        private NumberFinder finder;
        private SocketChannel channel;
        private long pongNanos = System.nanoTime();

        Client(int game, String gameId, long from) {
            this.game = game;
            this.gameId = gameId;
            this.next = from;
        }

        void connect() throws IOException {
            finder = new NumberFinder(transport.beforeNumber());
            channel = open(gameId, next);
            channel.configureBlocking(false);
            selector.wakeup();
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void take(ByteBuffer bytes, long nowNanos) throws IOException {
            if (transport == FeedTransport.WEB_SOCKET && nowNanos - pongNanos > PONG_NANOS) {
                pongNanos = nowNanos;
                channel.write(ByteBuffer.wrap(PONG));
            }
            finder.take(bytes, number -> record(number, nowNanos));
        }

        private void record(long number, long nowNanos) {
            if (number != next) {
                outOfOrder.incrementAndGet();
            }
            next = number + 1;
            long committedNanos = commits.nanosOf(game, number);
            if (committedNanos != 0) {
                delaysUs.recordValue(Math.min(LONGEST_US, Math.max(0, (nowNanos - committedNanos) / 1_000)));
                received.incrementAndGet();
            }
        }
    }
}
