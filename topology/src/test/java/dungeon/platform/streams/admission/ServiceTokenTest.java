package dungeon.platform.streams.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dungeon.app.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTokenTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(30);

    @TempDir
    Path folder;

    private final Set<String> gone = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private HttpServer ingest;
    private int status = 201;

    @BeforeEach
    void startIngest() throws IOException {
        Files.writeString(folder.resolve("administrator.token"), "of-the-administrator\n");
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/", exchange -> {
            asked.add("%s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] answer = "{\"token\": \"%s\"}".formatted(jwt()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        ingest.start();
    }

    @AfterEach
    void stopIngest() {
        ingest.stop(0);
    }

    @Test
    void isFetchedOnceWithTheAdministratorsToken() {
        ServiceToken token = token();

        assertThat(token.get()).isEqualTo("Bearer " + jwt());
        assertThat(token.get()).isEqualTo("Bearer " + jwt());
        assertThat(asked).containsExactly("POST /auth/services/lobby Bearer of-the-administrator");
    }

    @Test
    void isKeptForAStartWhileTheIngestIsAway() throws IOException {
        String before = token().get();
        status = 503;

        assertThat(token().get()).isEqualTo(before);
        assertThat(asked).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void isFetchedAnewInGoodTimeAndUsedMeanwhile() {
        ServiceToken token = token();
        String first = token.get();
        clock.now = START.plus(LIFETIME).minus(Duration.ofHours(23));
        status = 503;

        assertThat(token.get()).isEqualTo(first);
        // Not with each command: the ingest is left alone for some seconds.
        assertThat(token.get()).isEqualTo(first);
        assertThat(asked).hasSize(2);
        status = 201;
        clock.now = clock.now.plusSeconds(5);
        assertThat(token.get()).isEqualTo("Bearer " + jwt()).isNotEqualTo(first);
    }

    @Test
    void isFetchedAnewWhenItsKeyWasTakenAway() {
        ServiceToken token = token();
        String first = token.get();
        clock.now = clock.now.plusSeconds(60);
        gone.add("test-key");

        assertThat(token.get()).isEqualTo("Bearer " + jwt()).isNotEqualTo(first);
        assertThat(asked).hasSize(2);
    }

    @Test
    void saysSoWhenThereIsNone() {
        status = 401;
        ServiceToken token = token();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(token::get)
                .withMessage("There is no service token, and %s gives none with the token in %s"
                        .formatted(url(), folder.resolve("administrator.token")));
    }

    @Test
    void oneThatIsOverIsNotUsed() {
        ServiceToken token = token();
        assertThat(token.get()).isNotBlank();
        status = 503;
        clock.now = START.plus(LIFETIME);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(token::get);
    }

    private ServiceToken token() {
        return new ServiceToken(url(), folder.resolve("administrator.token"), file(), gone::contains, clock);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:%d/auth/services/lobby"
                .formatted(ingest.getAddress().getPort()));
    }

    private Path file() {
        return folder.resolve("kept/service-token.jwt");
    }

    private static final TestTokens TOKENS = new TestTokens(START);

    private String jwt() {
        return TOKENS.sign(TOKENS.claims("service")
                .subject("lobby")
                .expirationTime(java.util.Date.from(clock.instant().plus(LIFETIME)))
                .build());
    }

    private static final class SettableClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
