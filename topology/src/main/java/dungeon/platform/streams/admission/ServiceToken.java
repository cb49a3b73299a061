package dungeon.platform.streams.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import dungeon.platform.token.TokenClaims;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token with which a part of the platform acts for a context. It is fetched from the ingest with the administrator's token and
 * kept in a file, as the key set is, so that a relay goes on although the ingest is away; it is fetched anew in good time before its
 * end.
 */
public final class ServiceToken implements Supplier<String> {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceToken.class);
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(5);
    /** A token that ends within this time is fetched anew, and used as long as that fails. */
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(1);

    /** How long it is left alone after a try that failed. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private record Held(String jwt, String keyId, Instant expiresAt) {}

    private final URI url;
    private final Path credential;
    private final Path file;
    private final Predicate<String> isKeyGone;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(HTTP_TIMEOUT).build();
    private Held held;
    private Instant nextTry = Instant.MIN;

    /**
     * @param url where a token for the context is made, by POST
     * @param credential the file with the administrator's token
     * @param file where the token is kept; readable by its owner only
     * @param isKeyGone whether a key, by its id, was taken away; with it go the tokens that it has signed
     */
    public ServiceToken(URI url, Path credential, Path file, Predicate<String> isKeyGone, Clock clock) {
        this.url = url;
        this.credential = credential;
        this.file = file;
        this.isKeyGone = isKeyGone;
        this.clock = clock;
        this.held = read();
    }

    /**
     * The value of the header {@code authorization}.
     *
     * @throws IllegalStateException if there is no token that holds, and none can be fetched now
     */
    @Override
    public synchronized String get() {
        Instant now = clock.instant();
        boolean due =
                held == null || now.isAfter(held.expiresAt().minus(RENEWED_BEFORE_END)) || isKeyGone.test(held.keyId());
        if (due && !now.isBefore(nextTry)) {
            nextTry = now.plus(RETRY);
            fetch();
        }
        if (held == null || !now.isBefore(held.expiresAt())) {
            throw new IllegalStateException(
                    "There is no service token, and %s gives none with the token in %s".formatted(url, credential));
        }
        return TokenClaims.SCHEME + held.jwt();
    }

    private void fetch() {
        try {
            HttpRequest request = HttpRequest.newBuilder(url)
                    .timeout(HTTP_TIMEOUT)
                    .header(
                            "Authorization",
                            TokenClaims.SCHEME + Files.readString(credential).strip())
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 201) {
                LOG.warn("{} gave no service token: {} {}", url, response.statusCode(), response.body());
                return;
            }
            JsonNode answer = new ObjectMapper().readTree(response.body());
            held = parse(answer.path("token").asText());
            write(held.jwt());
        } catch (IOException | ParseException e) {
            LOG.warn("{} gave no service token: {}", url, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Held read() {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return parse(Files.readString(file).strip());
        } catch (IOException | ParseException e) {
            LOG.warn("The service token in {} cannot be read; it is fetched anew", file, e);
            return null;
        }
    }

    private static Held parse(String jwt) throws ParseException {
        SignedJWT parsed = SignedJWT.parse(jwt);
        return new Held(
                jwt,
                parsed.getHeader().getKeyID(),
                parsed.getJWTClaimsSet().getExpirationTime().toInstant());
    }

    private void write(String jwt) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", ownerOnly());
            Files.writeString(fresh, jwt);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The service token cannot be kept in {}; after a restart it is fetched anew", file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
