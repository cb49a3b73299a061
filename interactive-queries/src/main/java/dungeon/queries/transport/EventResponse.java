package dungeon.queries.transport;

import dungeon.queries.events.EventFrame;
import dungeon.queries.events.EventSink;
import dungeon.queries.events.FeedEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Events in the body of an HTTP response, written without a thread that waits for the client. The request must be asynchronous already. */
public final class EventResponse implements EventSink {
    /** The form of the events. */
    public enum Form {
        /** A line of JSON each. */
        LINES("application/x-ndjson"),
        /** Server-sent events, with comments as signs of life. */
        STREAM("text/event-stream");

        private final String contentType;

        Form(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        private ByteBuffer bytes(EventFrame frame) {
            return this == STREAM ? frame.message() : frame.line();
        }
    }

    private static final byte[] ALIVE = ": alive\n\n".getBytes(StandardCharsets.US_ASCII);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Form form;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private ServletOutputStream out;
    /** The headers go out at once, since an event may be long in coming. */
    private boolean flushDue = true;

    public EventResponse(HttpServletRequest request, HttpServletResponse response, Form form) {
        this.request = request;
        this.response = response;
        this.form = form;
    }

    /** Completes when nothing more will be written. */
    public CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void open(Runnable ready, Runnable gone) {
        response.setContentType(form.contentType());
        response.setHeader("Cache-Control", "no-cache");
        // Nginx would keep events back until it has some kilobytes.
        response.setHeader("X-Accel-Buffering", "no");
        try {
            out = response.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("The response cannot be begun", e);
        }
        out.setWriteListener(new WriteListener() {
            @Override
            public void onWritePossible() {
                ready.run();
            }

            @Override
            public void onError(Throwable problem) {
                gone.run();
            }
        });
    }

    @Override
    public boolean isReady() throws IOException {
        if (out.isReady() && flushDue) {
            flushDue = false;
            out.flush();
        }
        return out.isReady();
    }

    @Override
    public boolean send(List<FeedEvent> events) throws IOException {
        List<ByteBuffer> parts =
                events.stream().map(event -> form.bytes(event.frame())).toList();
        ByteBuffer all = ByteBuffer.allocate(
                parts.stream().mapToInt(ByteBuffer::remaining).sum());
        parts.forEach(all::put);
        write(all.array());
        return true;
    }

    @Override
    public void alive() throws IOException {
        if (form == Form.STREAM) {
            write(ALIVE);
        }
    }

    @Override
    public void end(boolean over) {
        done.complete(null);
    }

    /** Without the end of the body, so that the client knows that something is missing. */
    @Override
    public void abort() {
        try {
            ServletContextRequest.getServletContextRequest(request)
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
        } finally {
            done.complete(null);
        }
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        flushDue = true;
        if (out.isReady()) {
            flushDue = false;
            out.flush();
        }
    }
}
