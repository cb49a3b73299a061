package dungeon.verification.siege.attacks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Connections that are held for as long as the other side lets them be, and the thread that looks after them. */
final class HeldConnections implements AutoCloseable {
    private static final long LOOK_MS = 250;
    private static final int ANSWER_BYTES = 2_048;
    /** A small window, so that what is not read soon waits on the other side. */
    private static final int RECEIVE_BYTES = 4_096;

    /** One connection, and when it was opened. */
    private static final class Held {
        private final SocketChannel channel;
        private final long openedNanos = System.nanoTime();
        private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES);
        private long wroteNanos = openedNanos;
        private boolean answered;

        Held(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private final Tally tally;
    private final long byteEachMs;
    private final boolean answerIsGrant;
    private final List<Held> held = new CopyOnWriteArrayList<>();
    private final AtomicLong longestMs = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * None yet.
     *
     * @param byteEachMs after which time each sends one more byte; 0 for never
     * @param answerIsGrant whether the beginning of an answer 200 is what was wanted, and nothing more is read then
     */
    HeldConnections(String name, Tally tally, long byteEachMs, boolean answerIsGrant) {
        this.tally = tally;
        this.byteEachMs = byteEachMs;
        this.answerIsGrant = answerIsGrant;
        thread = new Thread(this::look, "siege " + name);
        thread.setDaemon(true);
        thread.start();
    }

    int count() {
        return held.size();
    }

    /** How long the one was held that was held longest, in ms. */
    long longestMs() {
        long now = System.nanoTime();
        held.forEach(one -> note(now - one.openedNanos));
        return longestMs.get();
    }

    /** Opens one more. */
    void open(InetAddress from, InetSocketAddress to, String head) {
        try {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BYTES);
                channel.bind(new InetSocketAddress(from, 0));
                channel.connect(to);
                channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1)));
                channel.configureBlocking(false);
                held.add(new Held(channel));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            tally.other("no connection: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        long still = held.stream().filter(one -> !one.answered).count();
        for (long i = 0; i < still; i++) {
            tally.other("held to the end");
        }
        held.forEach(HeldConnections::close);
        held.clear();
    }

    private void look() {
        try {
            while (!closed) {
                List<Held> gone = new ArrayList<>();
                for (Held one : held) {
                    if (!isHeld(one)) {
                        gone.add(one);
                    }
                }
                held.removeAll(gone);
                TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isHeld(Held one) {
        try {
            boolean open = one.answered || one.channel.read(one.answer) >= 0;
            if (!one.answered && one.answer.position() > 0) {
                Answer answer = HttpFrom.parse(
                        new String(one.answer.array(), 0, one.answer.position(), StandardCharsets.UTF_8),
                        one.answer.position());
                one.answered = answer.status() != Answer.NONE;
                if (one.answered) {
                    tally.answered(answer, answerIsGrant);
                    open &= answerIsGrant && answer.status() / 100 == 2;
                }
            }
            if (open && byteEachMs > 0 && System.nanoTime() - one.wroteNanos > byteEachMs * 1_000_000) {
                one.channel.write(ByteBuffer.wrap(new byte[] {' '}));
                one.wroteNanos = System.nanoTime();
            }
            if (open) {
                return true;
            }
        } catch (IOException e) {
            // Cut off by the other side, which is what it may do.
        }
        if (!one.answered) {
            tally.refused("closed");
        }
        note(System.nanoTime() - one.openedNanos);
        close(one);
        return false;
    }

    private void note(long nanos) {
        longestMs.accumulateAndGet(nanos / 1_000_000, Math::max);
    }

    private static void close(Held one) {
        try {
            one.channel.close();
        } catch (IOException e) {
            // It is gone, which is all that is wanted.
        }
    }
}
