package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients who take their time have none of the threads, of which there are 250, and do not stay. */
@Timeout(60)
class SlowConnectionsTest {
    private static final int SLOW = 300;
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @TempDir
    Path stateDir;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void disconnect() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void connect(TestInstance instance, String beginning) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), instance.self().port());
        sockets.add(socket);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void slowRequestsTakeNoThread() throws IOException {
        try (TestInstance instance = new TestInstance(stateDir)) {
            for (int i = 0; i < SLOW; i++) {
                connect(instance, "GET /map-types HTTP/1.1\r\nX-Long: ");
                connect(instance, "POST /map-types HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
                connect(instance, "GET /map-types HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
            }

            long before = System.nanoTime();
            assertThat(instance.get("/map-types").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(AT_ONCE);
        }
    }

    @Test
    void silentConnectionsEnd() throws IOException {
        try (TestInstance instance = new TestInstance(stateDir, "http.idle.ms", "500")) {
            connect(instance, "");
            connect(instance, "GET /map-types HTTP/1.1\r\nX-Long: ");
            for (Socket socket : sockets) {
                socket.getInputStream().readAllBytes();
            }
        }
    }

    @Test
    void connectionsAreBoundedInNumber() throws IOException {
        try (TestInstance instance = new TestInstance(stateDir, "http.connections.maximum", "5")) {
            for (int i = 0; i < 5; i++) {
                connect(instance, "");
            }
            connect(instance, "GET /map-types HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            sockets.get(0).close();

            String answer = new String(sockets.get(5).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200 ");
        }
    }
}
