package dungeon.benchmarks.host;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Signs the players' tokens and serves the key to check them with, in place of command ingest, which has no part in what is
 * measured and would take memory and time from it.
 */
public final class TokenOffice implements AutoCloseable {
    private static final int KEY_BITS = 2048;
    private static final String KEY_ID = "bench";
    private static final Duration LIFE = Duration.ofDays(1);

    private final HttpServer server;
    private final byte[] administrator;
    private final List<byte[]> players;

    public TokenOffice(List<BenchPlayer> everybody) {
        try {
            RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID(KEY_ID).generate();
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            TokenSigner signer = new TokenSigner(key);
            Instant now = Instant.now();
            Instant end = now.plus(LIFE);
            administrator = header(signer.sign(TokenClaims.administrator(now, end)));
            players = everybody.stream()
                    .map(player -> TokenClaims.fresh(PrincipalKind.PLAYER, player.playerId(), player.name(), now, end))
                    .map(claims -> header(signer.sign(claims)))
                    .toList();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a key for tokens", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot serve the key for tokens", e);
        }
    }

    /** Where the key is. */
    public URI keySetUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The value of the header that goes with a command. */
    public byte[] authorization(Sent sent) {
        return authorization(sent.player());
    }

    /** The same, of the number of a player, or {@link Sent#ADMINISTRATOR}. */
    public byte[] authorization(int player) {
        return player == Sent.ADMINISTRATOR ? administrator : players.get(player);
    }

    private static byte[] header(String jwt) {
        return (TokenClaims.SCHEME + jwt).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
