package dungeon.ingest.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.springframework.http.HttpHeaders;

/**
 * An answer that is kept until it is complete, so that whoever writes it waits for nobody. One for which there is no room is sent as it
 * is written.
 */
final class HeldAnswer extends HttpServletResponseWrapper {
    private final Room room;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Stream stream = new Stream();
    private PrintWriter writer;
    private long reserved;
    private boolean isDirect;

    HeldAnswer(HttpServletResponse response, Room room) {
        super(response);
        this.room = room;
    }

    /** What was written and not sent, once. Its room stays taken until it is released. */
    byte[] take() {
        if (writer != null) {
            writer.flush();
        }
        byte[] all = bytes.toByteArray();
        bytes = new ByteArrayOutputStream(0);
        return all;
    }

    /** Sends what was written, and waits until it is on its way. */
    void sendNow() throws IOException {
        byte[] all = take();
        if (!isDirect && all.length > 0) {
            getResponse().setContentLength(all.length);
        }
        getResponse().getOutputStream().write(all);
        getResponse().flushBuffer();
        release();
    }

    /** Its bytes are in memory no more. */
    void release() {
        room.release(reserved);
        reserved = 0;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(stream, getCharacterEncoding()));
        }
        return writer;
    }

    /** Spring adds the headers of a route to those that are there, and what it says of caching is to stand alone. */
    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    /** Spring does that after each answer; it is sent when it is complete. */
    @Override
    public void flushBuffer() {
        // Nothing is sent in parts.
    }

    @Override
    public void resetBuffer() {
        drop();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        drop();
        super.reset();
    }

    @Override
    public void sendError(int status) throws IOException {
        drop();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        drop();
        super.sendError(status, message);
    }

    private void drop() {
        take();
        release();
    }

    private boolean isRoomFor(int more) {
        long wanted = Room.roomFor((long) bytes.size() + more);
        if (wanted > reserved && !room.reserve(wanted - reserved)) {
            return false;
        }
        reserved = Math.max(reserved, wanted);
        return true;
    }

    private final class Stream extends ServletOutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            if (!isDirect && isRoomFor(length)) {
                bytes.write(from, offset, length);
                return;
            }
            ServletOutputStream out = getResponse().getOutputStream();
            if (!isDirect) {
                isDirect = true;
                bytes.writeTo(out);
                bytes.reset();
                release();
            }
            out.write(from, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("An answer is written as a whole");
        }
    }
}
