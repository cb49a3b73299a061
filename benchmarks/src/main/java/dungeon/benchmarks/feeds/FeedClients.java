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
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/** Many who follow games, on one thread: each finds in what it gets the numbers of events, and nothing else. */
final class FeedClients implements AutoCloseable {
    private static final long LONGEST_US = 120_000_000L;
    private static final int DIGITS = 3;
    private static final int READ_BYTES = 256 * 1024;
    private static final long SELECT_MS = 100;

    private final URI queries;
    private final Commits commits;
    private final Selector selector;
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "feed-clients");
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private volatile ConcurrentHistogram delaysUs = new ConcurrentHistogram(LONGEST_US, DIGITS);
    private volatile boolean closed;

    FeedClients(URI queries, Commits commits) throws IOException {
        this.queries = queries;
        this.commits = commits;
        this.selector = Selector.open();
        thread.setDaemon(true);
        thread.start();
    }

    /** One more follows a game, from an event on. */
    void follow(int game, String gameId, long from) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(queries.getHost(), queries.getPort()));
        channels.add(channel);
        channel.write(StandardCharsets.US_ASCII.encode(
                "GET /games/%s/events?from=%d HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n"
                        .formatted(gameId, from)));
        channel.configureBlocking(false);
        selector.wakeup();
        channel.register(selector, SelectionKey.OP_READ, new Ids(game));
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

    /** How many streams have ended. */
    long ended() {
        return ended.get();
    }

    private void run() {
        try {
            while (!closed) {
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
        } catch (IOException e) {
            count = -1;
        }
        if (count < 0) {
            ended.incrementAndGet();
            key.cancel();
            return;
        }
        long now = System.nanoTime();
        buffer.flip();
        ((Ids) key.attachment()).take(buffer, now);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }

    /** Finds lines that begin with {@code id: }. */
    private final class Ids {
        private static final String START = "id: ";

        private final int game;
        /** How much of the start of a line fits; negative in a line that does not. */
        private int matched;

        private long number;

        Ids(int game) {
            this.game = game;
        }

        void take(ByteBuffer bytes, long nowNanos) {
            while (bytes.hasRemaining()) {
                byte next = bytes.get();
                if (next == '\n') {
                    if (matched == START.length()) {
                        record(nowNanos);
                    }
                    matched = 0;
                    number = 0;
                } else if (matched == START.length()) {
                    number = number * 10 + next - '0';
                } else if (matched >= 0) {
                    matched = next == START.charAt(matched) ? matched + 1 : -1;
                }
            }
        }

        private void record(long nowNanos) {
            long committedNanos = commits.nanosOf(game, number);
            if (committedNanos != 0) {
                delaysUs.recordValue(Math.min(LONGEST_US, Math.max(0, (nowNanos - committedNanos) / 1_000)));
                received.incrementAndGet();
            }
        }
    }
}
