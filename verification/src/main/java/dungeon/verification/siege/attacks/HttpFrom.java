package dungeon.verification.siege.attacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests over HTTP from chosen addresses of this machine, in turn, each on a connection of its own: the JDK's client cannot
 * choose where it comes from before Java 19, and it would not send what is wrong.
 */
public final class HttpFrom {
    private static final int CONNECT_MS = 10_000;
    private static final int ANSWER_MS = 40_000;
    /** Of an answer so much is kept; the rest is read and counted. */
    private static final int KEPT_BYTES = 64 * 1024;

    private final List<InetAddress> addresses;
    private final AtomicInteger next = new AtomicInteger();

    /** Requests from some addresses, in turn. */
    public HttpFrom(List<InetAddress> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    /** The address whose turn it is. */
    InetAddress nextAddress() {
        return addresses.get(Math.floorMod(next.getAndIncrement(), addresses.size()));
    }

    /**
     * Posts JSON.
     *
     * @param token null for none
     */
    public Answer post(String url, String token, byte[] body) {
        URI address = URI.create(url);
        try (Socket socket = connect(address)) {
            try {
                OutputStream out = socket.getOutputStream();
                out.write(head(
                                "POST",
                                address,
                                token,
                                "Connection: close\r\nContent-Length: %d\r\n".formatted(body.length))
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.write(body);
                out.flush();
            } catch (IOException e) {
                // Whoever refuses a body early may have answered before all of it was written.
                Answer early = read(socket);
                return early.status() == Answer.NONE ? Answer.none("connection cut while sending") : early;
            }
            return read(socket);
        } catch (IOException e) {
            return Answer.none("no connection: " + e.getClass().getSimpleName());
        }
    }

    /** A connection from the address whose turn it is. */
    private Socket connect(URI address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(nextAddress(), 0));
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MS);
            socket.setSoTimeout(ANSWER_MS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The beginning of a request of JSON, up to the empty line. */
    static String head(String method, URI address, String token, String more) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return "%s %s%s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n%s%s\r\n"
                .formatted(
                        method,
                        address.getRawPath(),
                        query,
                        address.getAuthority(),
                        token == null ? "" : "Authorization: Bearer %s\r\n".formatted(token),
                        more);
    }

    private static Answer read(Socket socket) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long bytes = 0;
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                kept.write(buffer, 0, Math.min(read, Math.max(0, KEPT_BYTES - kept.size())));
            }
        } catch (SocketTimeoutException e) {
            return Answer.none("no answer within %d s".formatted(ANSWER_MS / 1_000));
        } catch (IOException e) {
            if (kept.size() == 0) {
                return Answer.none("connection cut");
            }
        }
        return parse(kept.toString(StandardCharsets.UTF_8), bytes);
    }

    static Answer parse(String text, long bytes) {
        int end = text.indexOf("\r\n\r\n");
        String[] status = text.split(" ", 3);
        if (end < 0 || status.length < 3 || !status[1].matches("\\d{3}")) {
            return Answer.none(text.isEmpty() ? "closed without an answer" : "no HTTP answer");
        }
        return new Answer(Integer.parseInt(status[1]), text.substring(0, end), text.substring(end + 4), bytes);
    }
}
