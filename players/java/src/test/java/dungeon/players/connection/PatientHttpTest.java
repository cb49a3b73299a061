package dungeon.players.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PatientHttpTest {
    private final List<Long> askedAtNanos = new CopyOnWriteArrayList<>();

    @Test
    void waitsAsLongAsAServiceSaysThatIsAskedTooOften() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            askedAtNanos.add(System.nanoTime());
            byte[] body = "{\"code\": \"TOO_MANY_REQUESTS\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(askedAtNanos.size() == 1 ? 429 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
            assertThat(new PatientHttp().post(url, null, null).has("code")).isTrue();
        } finally {
            server.stop(0);
        }
        assertThat(askedAtNanos).hasSize(2);
        assertThat(askedAtNanos.get(1) - askedAtNanos.get(0)).isGreaterThanOrEqualTo(1_000_000_000L);
    }
}
