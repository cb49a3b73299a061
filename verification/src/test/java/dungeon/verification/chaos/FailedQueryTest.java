package dungeon.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailedQueryTest {
    @Test
    void isCalledByStatusAndCode() throws Exception {
        assertThat(answered(503, "{\"code\": \"NOT_AVAILABLE\"}", "1")).isEqualTo("503 NOT_AVAILABLE");
        assertThat(answered(404, "{\"code\": \"UNKNOWN_ROBOT\"}", null)).isEqualTo("404 UNKNOWN_ROBOT");
        assertThat(answered(502, "<html>", null)).isEqualTo("502 without a code");
        assertThat(answered(500, "{\"error\": \"Internal Server Error\"}", null))
                .isEqualTo("500 without a code");
    }

    @Test
    void isNotNamedIfItDoesNotSayWhenToComeAgain() throws Exception {
        String name = answered(503, "{\"code\": \"NOT_AVAILABLE\"}", null);
        assertThat(name).isEqualTo("503 NOT_AVAILABLE without Retry-After");
        assertThat(FailedQuery.NAMED).doesNotContain(name).contains("503 NOT_AVAILABLE");
    }

    @Test
    void aConnectionThatIsRefusedIsToldFromOneThatBreaks() {
        assertThat(FailedQuery.name(null, new CompletionException(new ConnectException())))
                .isEqualTo(FailedQuery.REFUSED);
        HttpConnectTimeoutException late = new HttpConnectTimeoutException("HTTP connect timed out");
        late.initCause(new ConnectException("HTTP connect timed out"));
        assertThat(FailedQuery.name(null, new CompletionException(late))).isNotEqualTo(FailedQuery.REFUSED);
        assertThat(FailedQuery.name(null, new CompletionException(new IOException("EOF reached while reading"))))
                .isEqualTo("java.io.IOException: EOF reached while reading");
    }

    private static String answered(int status, String body, String retryAfter) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create(
                    "http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            return FailedQuery.name(response, null);
        } finally {
            server.stop(0);
        }
    }
}
