package dungeon.queries.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.http.SecurityHeaders;
import dungeon.platform.token.Revocations;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.token.TokenRefusedException;
import dungeon.platform.token.TokenSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A command-ingest that signs tokens, publishes its key and answers with what it was sent. */
final class FakeIngest implements AutoCloseable {
    private final RSAKey key;
    private final Revocations revocations = new Revocations();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<String> forwardedFor = new CopyOnWriteArrayList<>();
    private final List<String> presences = new CopyOnWriteArrayList<>();

    FakeIngest() throws IOException {
        try {
            key = new RSAKeyGenerator(2048).keyID("key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/jwks.json",
                exchange -> answer(
                        exchange, 200, new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8)));
        server.createContext(
                "/revocations.json",
                exchange -> answer(exchange, 200, revocations.toJson().getBytes(StandardCharsets.UTF_8)));
        server.createContext("/rooms", this::takePresence);
        server.createContext("/broken", FakeIngest::breakOff);
        server.createContext("/with-headers", FakeIngest::answerWithHeaders);
        server.createContext("/", this::echo);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String keySetUrl() {
        return url() + "/jwks.json";
    }

    String tokenOf(String playerId, PrincipalKind kind, Instant expiresAt) {
        return new TokenSigner(key).sign(TokenClaims.fresh(kind, playerId, "anna", Instant.now(), expiresAt));
    }

    /** A token that holds for an hour and one game only. */
    String tokenForGame(String playerId, String gameId) {
        Instant now = Instant.now();
        return new TokenSigner(key)
                .sign(TokenClaims.fresh(PrincipalKind.PLAYER, playerId, "anna", now, now.plusSeconds(3_600))
                        .boundTo(gameId));
    }

    /** Revokes one of its tokens. */
    void revoke(String jwt) {
        try {
            TokenClaims claims = TokenJudge.unjudged(jwt);
            revocations.addToken(claims.tokenId(), claims.subject(), claims.expiresAt());
        } catch (TokenRefusedException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the requests said of whom they came. */
    List<String> forwardedFor() {
        return forwardedFor;
    }

    /** What it was told of who is connected: method, path, whose token, and body. */
    List<String> presences() {
        return presences;
    }

    private void takePresence(HttpExchange exchange) throws IOException {
        presences.add("%s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        subjectOf(exchange.getRequestHeaders().getFirst("Authorization")),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        answer(exchange, 202, new byte[0]);
    }

    private static String subjectOf(String authorization) throws IOException {
        try {
            return TokenJudge.unjudged(authorization.substring(TokenClaims.SCHEME.length()))
                    .subject();
        } catch (TokenRefusedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void echo(HttpExchange exchange) throws IOException {
        forwardedFor.add(exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("RateLimit", "500");
        String told = "%s %s %s %d %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        body.length,
                        new String(body, 0, Math.min(20, body.length), StandardCharsets.UTF_8));
        answer(exchange, 202, told.getBytes(StandardCharsets.UTF_8));
    }

    /** As the real one does. */
    private static void answerWithHeaders(HttpExchange exchange) throws IOException {
        SecurityHeaders.ALL.forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        answer(exchange, 200, new byte[0]);
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100_000);
        exchange.getResponseBody().write(new byte[40_000]);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
