package dungeon.verification.fuzz.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection by which anything can be sent, and on which answers are read one after the other. For one thread. */
final class Wire implements AutoCloseable {
    private static final int CONNECT_MAXIMUM_MS = 10_000;
    /** Above the time that a server gives a body. */
    private static final int SILENCE_MAXIMUM_MS = 30_000;

    /** Of a body so much is kept; the rest is read. */
    private static final int KEPT_BYTES = 64 * 1024;

    /** Of what was said on it so much is kept in mind. */
    private static final int SAID_MAXIMUM = 5;

    private static final int HEAD_BYTES_MAXIMUM = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})[ \\r]");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \\t]*(\\d+)");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:[ \\t]*chunked");
    private static final Pattern CLOSES = Pattern.compile("(?im)^connection:[ \\t]*close");

    private final Socket socket = new Socket();
    private final InputStream in;
    private final Deque<String> said = new ArrayDeque<>();
    private boolean isOver;

    Wire(String url) throws IOException {
        URI address = URI.create(url);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MAXIMUM_MS);
        socket.setSoTimeout(SILENCE_MAXIMUM_MS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Says that nothing more is sent. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    /** Keeps in mind what was said on it. */
    void note(HostileRequest request, Answer answer) {
        if (said.size() == SAID_MAXIMUM) {
            said.removeFirst();
        }
        said.addLast("%s -> %s".formatted(request.firstLine(), answer.name()));
    }

    /** What was said on it last, oldest first. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** Whether there can be no other answer. */
    boolean isOver() {
        return isOver;
    }

    /**
     * The next answer; null if the server has closed the connection.
     *
     * @param toHead whether the request was HEAD, whose answers say a length and have none
     * @throws SocketTimeoutException if nothing comes
     * @throws IOException if what comes is no HTTP, or the connection is cut
     */
    Answer read(boolean toHead) throws IOException {
        String head = head();
        if (head.isEmpty()) {
            isOver = true;
            return null;
        }
        Matcher status = STATUS.matcher(head);
        if (!status.lookingAt()) {
            isOver = true;
            throw new IOException("No HTTP is answered: " + head.substring(0, Math.min(head.length(), 200)));
        }
        int code = Integer.parseInt(status.group(1));
        isOver = CLOSES.matcher(head).find();
        return new Answer(code, head, toHead || code == 204 || code == 304 || code / 100 == 1 ? "" : body(head));
    }

    /** All answers until the server closes the connection; without those that say that the request may go on. */
    List<Answer> readAll(boolean toHead) throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (Answer answer = read(toHead); answer != null; answer = read(toHead)) {
            if (answer.status() / 100 != 1 || answer.status() == 101) {
                answers.add(answer);
            }
        }
        return answers;
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.write(c);
            ends = c == '\n' ? ends + 1 : c == '\r' ? ends : 0;
            if (ends == 2 || head.size() > HEAD_BYTES_MAXIMUM) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private String body(String head) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        Matcher length = LENGTH.matcher(head);
        if (CHUNKED.matcher(head).find()) {
            for (int chunk = chunkLength(); chunk > 0; chunk = chunkLength()) {
                read(chunk, kept);
                line();
            }
            line();
        } else if (length.find()) {
            read(Long.parseLong(length.group(1)), kept);
        } else {
            isOver = true;
            read(Long.MAX_VALUE, kept);
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private void read(long count, ByteArrayOutputStream kept) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                isOver = true;
                return;
            }
            kept.write(buffer, 0, Math.min(read, Math.max(0, KEPT_BYTES - kept.size())));
            left -= read;
        }
    }

    private int chunkLength() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            // Cut off in the middle.
            isOver = true;
            return 0;
        }
        return Integer.parseInt(line.replaceAll(";.*", "").strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
