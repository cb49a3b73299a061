package dungeon.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection with one request at a time under way. */
final class Connection {
    private final InetSocketAddress server;
    private final Selector selector;
    private final AnswerReader answer = new AnswerReader();
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer unsent;
    private boolean busy;
    private long dueNanos;

    Connection(InetSocketAddress server, Selector selector) throws IOException {
        this.server = server;
        this.selector = selector;
        connect();
    }

    /** Whether a request is under way. */
    boolean isBusy() {
        return busy;
    }

    /** When the request that is under way, or was the last, should have been sent; as {@link System#nanoTime}. */
    long dueNanos() {
        return dueNanos;
    }

    /** The status of the last answer. */
    int status() {
        return answer.status();
    }

    /** The length of the last answer's body. */
    long bodyBytes() {
        return answer.bodyBytes();
    }

    /** Whether the server closes the connection after the last answer. */
    boolean isOver() {
        return answer.closes();
    }

    void send(ByteBuffer request, long atNanos) throws IOException {
        dueNanos = atNanos;
        busy = true;
        unsent = request;
        answer.begin();
        write();
    }

    /**
     * Sends and reads what can be sent and read now.
     *
     * @param buffer to read into, empty before and after
     * @return whether the answer is complete
     */
    boolean goOn(ByteBuffer buffer) throws IOException {
        if (key.isWritable()) {
            write();
        }
        if (!key.isReadable()) {
            return false;
        }
        int read = channel.read(buffer.clear());
        if (read < 0) {
            throw new IOException("the server closed the connection");
        }
        boolean complete = answer.read(buffer.flip());
        if (complete && buffer.hasRemaining()) {
            throw new IOException("more came than the answer");
        }
        busy = !complete;
        return complete;
    }

    /** Connects anew. */
    void renew() throws IOException {
        close();
        connect();
    }

    void close() {
        busy = false;
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot close a connection", e);
        }
    }

    private void write() throws IOException {
        channel.write(unsent);
        key.interestOps(unsent.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void connect() throws IOException {
        channel = SocketChannel.open();
        try {
            channel.connect(server);
            // Otherwise the end of a request that did not go out at once waits for the server to confirm its beginning.
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_READ, this);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
