package dungeon.verification.fuzz.tokens;

import com.nimbusds.jose.JOSEException;
import java.util.ArrayList;
import java.util.List;

/** Tokens that are rightly signed by the forger, and say where his key is to be found. */
final class KeyTricks {
    private KeyTricks() {}

    static List<HostileToken> all(Means means) {
        List<String> headers = new ArrayList<>();
        for (String kid : List.of(
                "",
                "../../../../dev/null",
                "/dev/null",
                "..\\\\..\\\\nul",
                "file:///dev/null",
                "' UNION SELECT 'secret' --",
                "1 OR 1=1",
                "; sleep 10",
                "$(sleep 10)",
                "${jndi:ldap://127.0.0.1:1/a}",
                means.trapUrl(),
                "a\\u0000b",
                "\\r\\nSet-Cookie: a=b",
                "a".repeat(2_000),
                means.platformKey().getKeyID() + "\\u0000",
                means.platformKey().getKeyID() + "/../" + means.ownKey().getKeyID(),
                means.ownKey().getKeyID())) {
            headers.add("\"kid\":\"%s\"".formatted(kid));
        }
        for (String noText : List.of(
                "null",
                "0",
                "[]",
                "{}",
                "true",
                "[\"%s\"]".formatted(means.platformKey().getKeyID()))) {
            headers.add("\"kid\":" + noText);
        }
        String jwk = means.ownKey().toPublicJWK().toJSONString();
        for (String kid : List.of(means.platformKey().getKeyID(), means.ownKey().getKeyID())) {
            String named = "\"kid\":\"%s\"".formatted(kid);
            headers.add(named + ",\"jwk\":" + jwk);
            headers.add(named + ",\"jwk\":" + means.ownKey().toJSONString());
            headers.add(named + ",\"jwk\":{\"kty\":\"RSA\"}");
            headers.add(named + ",\"jku\":\"%s\"".formatted(means.trapUrl()));
            headers.add(named + ",\"jku\":\"file:///etc/passwd\"");
            headers.add(named + ",\"x5u\":\"%s\"".formatted(means.trapUrl()));
            headers.add(named + ",\"x5c\":[\"AAAA\"]");
            headers.add(named + ",\"x5t#S256\":\"%s\"".formatted(kid));
            headers.add(named + ",\"crit\":[\"exp\"]");
            headers.add(named + ",\"zip\":\"DEF\"");
            headers.add(named + ",\"cty\":\"JWT\"");
            headers.add(named + "," + named);
        }
        return headers.stream()
                .map(header -> new HostileToken(
                        "header " + header.substring(0, Math.min(header.length(), 60)), token(header, means)))
                .toList();
    }

    private static String token(String header, Means means) {
        try {
            return Forge.rsa(
                    means.headerWith(header), means.claims(), means.ownKey().toPrivateKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("The forger's key is none", e);
        }
    }
}
