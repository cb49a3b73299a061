package dungeon.verification.fuzz.sockets;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The connection of one hostile client. For one thread. */
final class FeedWire implements AutoCloseable {
    private static final int CONNECT_MAXIMUM_MS = 10_000;
    private static final int ANSWER_MAXIMUM_MS = 10_000;
    /** Who is not closed by then is served, or waited for. */
    private static final int QUIET_MS = 150;

    /** Longer than a token is checked, after keys were fetched for it. */
    private static final int REFUSAL_MAXIMUM_MS = 8_000;

    private static final int HEAD_MAXIMUM = 16 * 1024;
    /** A feed that goes on is read no further. */
    private static final int FRAMES_MAXIMUM = 40;

    private static final int UPGRADED = 101;
    private static final int NO_CODE = 1005;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})[ \\r]");

    private final Socket socket = new Socket();
    private final DataInputStream in;

    /**
     * How it ended.
     *
     * @param status of the answer to the handshake; 0 for none
     * @param closeCode that the server has closed the feed with; 0 if it has not
     */
    record End(int status, int closeCode) {
        private static final int UNAUTHENTICATED = 4401;
        private static final int MALFORMED = 4400;
        private static final int TOO_LONG = 1009;

        boolean isRefusal() {
            return status != UPGRADED
                    || closeCode == UNAUTHENTICATED
                    || closeCode == MALFORMED
                    || closeCode == TOO_LONG;
        }

        String name() {
            return status == UPGRADED ? closeCode == 0 ? "open" : "closed " + closeCode : "status " + status;
        }
    }

    FeedWire(String url) throws IOException {
        URI address = URI.create(url);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MAXIMUM_MS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** Sends all that the client has to say, and listens to what the server says to it. */
    End converse(HostileClient client) throws IOException {
        socket.setSoTimeout(ANSWER_MAXIMUM_MS);
        socket.getOutputStream().write(client.handshake());
        if (client.frames().isEmpty()) {
            // Who waits for more of a request is told that there is none.
            socket.setSoTimeout(QUIET_MS);
        }
        int status = status();
        if (status != UPGRADED) {
            return new End(status, 0);
        }
        for (byte[] frame : client.frames()) {
            socket.getOutputStream().write(frame);
        }
        socket.setSoTimeout(client.refused() ? REFUSAL_MAXIMUM_MS : QUIET_MS);
        int code = closeCode();
        if (code == 0) {
            socket.getOutputStream().write(Frames.of(Frames.CLOSE, new byte[] {3, (byte) 0xE8}, new Random(0)));
        }
        return new End(status, code);
    }

    private int status() throws IOException {
        StringBuilder head = new StringBuilder();
        try {
            while (head.indexOf("\r\n\r\n") < 0 && head.length() < HEAD_MAXIMUM) {
                int c = in.read();
                if (c < 0) {
                    break;
                }
                head.append((char) c);
            }
        } catch (SocketTimeoutException e) {
            return 0;
        }
        Matcher status = STATUS.matcher(head);
        return status.lookingAt() ? Integer.parseInt(status.group(1)) : 0;
    }

    /** Reads frames until the one that closes; 0 if the feed stays open. */
    private int closeCode() throws IOException {
        try {
            for (int i = 0; i < FRAMES_MAXIMUM; i++) {
                int kind = in.readUnsignedByte() & 0x0F;
                long length = in.readUnsignedByte() & 0x7F;
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = in.readLong();
                }
                if (kind == Frames.CLOSE) {
                    return length < 2 ? NO_CODE : in.readUnsignedShort();
                }
                in.skipNBytes(length);
            }
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (EOFException e) {
            return 1006;
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
