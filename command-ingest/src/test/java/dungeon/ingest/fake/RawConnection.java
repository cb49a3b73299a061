package dungeon.ingest.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection on which a test writes what it likes. */
public final class RawConnection implements AutoCloseable {
    private static final int ANSWER_MAXIMUM_MS = 20_000;

    private static final int NARROW_BYTES = 4_096;

    private final Socket socket;

    /** @param from the own address, such as 127.0.0.2 */
    public RawConnection(int port, String from) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(ANSWER_MAXIMUM_MS);
    }

    public RawConnection(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** A connection on which the other end soon cannot write any more if nothing is read. */
    public static RawConnection narrow(int port) throws IOException {
        return new RawConnection(port, NARROW_BYTES);
    }

    private RawConnection(int port, int receiveBytes) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(receiveBytes);
        socket.setSoTimeout(ANSWER_MAXIMUM_MS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    public RawConnection write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Writes if the other end still takes it. */
    public boolean tryWrite(String text) {
        try {
            write(text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** All that comes until the other end closes the connection; a reset ends it too. */
    public String rest() {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8_192];
        try {
            for (int length = socket.getInputStream().read(buffer);
                    length >= 0;
                    length = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Neither an answer nor an end: " + text, e);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
