package dungeon.verification.fuzz.tokens;

import com.nimbusds.jose.JOSEException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Tokens that say themselves how they are to be checked: not at all, by a secret that everybody has, or by other means. */
final class AlgorithmConfusion {
    private static final List<String> NONE = List.of("none", "None", "NONE", "nOnE", "", "null");
    private static final List<String> OTHERS =
            List.of("RS384", "RS512", "PS256", "ES256", "EdDSA", "rs256", "RS256 ", "dir", "RSA-OAEP", "HS256");

    private AlgorithmConfusion() {}

    static List<HostileToken> all(Means means) {
        List<HostileToken> all = new ArrayList<>();
        String kid = means.platformKey().getKeyID();
        for (String none : NONE) {
            String header = "{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(none, kid);
            String content = Forge.content(header, means.claims());
            all.add(new HostileToken("algorithm '%s'".formatted(none), content + "."));
            all.add(new HostileToken("algorithm '%s', without an end".formatted(none), content));
            all.add(new HostileToken(
                    "algorithm '%s', another's signature".formatted(none),
                    content + means.token().substring(means.token().lastIndexOf('.'))));
        }
        all.add(new HostileToken("no algorithm", Forge.content("{}", means.claims()) + "."));
        for (byte[] secret : publicSecrets(means)) {
            for (String hash : List.of("256", "384", "512")) {
                all.add(new HostileToken(
                        "HS%s with the public key as the secret".formatted(hash),
                        Forge.mac(
                                "{\"alg\":\"HS%s\",\"kid\":\"%s\"}".formatted(hash, kid),
                                means.claims(),
                                "HmacSHA" + hash,
                                secret)));
            }
        }
        for (String other : OTHERS) {
            all.add(new HostileToken(
                    "algorithm '%s', signed by the forger".formatted(other),
                    rsa("{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(other, kid), means)));
        }
        all.add(new HostileToken(
                "another key of the same id", rsa("{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(kid), means)));
        all.add(new HostileToken("another key, and no id", rsa("{\"alg\":\"RS256\"}", means)));
        all.add(new HostileToken(
                "unencoded content",
                rsa(means.headerWith("\"b64\":false,\"crit\":[\"b64\"],\"kid\":\"%s\"".formatted(kid)), means)));
        return all;
    }

    private static String rsa(String header, Means means) {
        try {
            return Forge.rsa(header, means.claims(), means.ownKey().toPrivateKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("The forger's key is none", e);
        }
    }

    /** The public key in all the forms in which a library may take it for a secret. */
    private static List<byte[]> publicSecrets(Means means) {
        try {
            byte[] der = means.platformKey().toPublicKey().getEncoded();
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----".formatted(lines);
            return List.of(
                    der,
                    pem.getBytes(StandardCharsets.US_ASCII),
                    (pem + "\n").getBytes(StandardCharsets.US_ASCII),
                    means.platformKey().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                    means.platformKey().getModulus().decode(),
                    means.platformKey().getKeyID().getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalStateException("The platform's key is none", e);
        }
    }
}
