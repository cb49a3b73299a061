package dungeon.verification.fuzz.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dungeon.verification.fuzz.cases.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a forger has at hand.
 *
 * @param token of a player, which holds
 * @param otherToken of another player
 * @param platformKey which nobody has but the platform; by it, tokens that are wrong in nothing but what they claim
 * @param ownKey of the forger
 * @param trapUrl where nobody must ask for keys
 */
record Means(String token, String otherToken, RSAKey platformKey, RSAKey ownKey, String trapUrl) {
    private static final int KEY_BITS = 2048;

    /** @param ingestFolder where the platform has its key */
    static Means of(Stage stage, Path ingestFolder, String trapUrl) {
        try {
            return new Means(
                    stage.own().token(),
                    stage.other().token(),
                    platformKey(ingestFolder),
                    new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate(),
                    trapUrl);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make an RSA key", e);
        }
    }

    String header() {
        return Forge.text(token.substring(0, token.indexOf('.')));
    }

    String claims() {
        return Forge.text(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')));
    }

    /** The header of a token that is signed with a key of one's own, but names the platform's. */
    String headerWith(String more) {
        return "{\"alg\":\"RS256\",\"typ\":\"JWT\",%s}".formatted(more);
    }

    private static RSAKey platformKey(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .flatMap(file -> keys(file).stream())
                    .filter(JWK::isPrivate)
                    .filter(RSAKey.class::isInstance)
                    .map(RSAKey.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no signing key in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for the signing key in " + folder, e);
        }
    }

    private static List<JWK> keys(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
        } catch (IOException | ParseException e) {
            return List.of();
        }
    }
}
