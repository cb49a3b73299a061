package dungeon.verification.fuzz.tokens;

import dungeon.verification.fuzz.cases.Findings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An address that tokens name, and that nobody must follow. */
public final class Trap implements AutoCloseable {
    private final ServerSocket socket;
    private final Thread thread;

    /** Listens from now on. */
    public Trap(Findings findings) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread = new Thread(
                () -> {
                    while (!socket.isClosed()) {
                        try (Socket caught = socket.accept()) {
                            findings.add("Somebody has followed an address that a sender named, from " + caught);
                        } catch (IOException e) {
                            return;
                        }
                    }
                },
                "fuzz-trap");
        thread.setDaemon(true);
        thread.start();
    }

    /** What tokens are to name. */
    public String url() {
        return "http://127.0.0.1:%d/jwks.json".formatted(socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
