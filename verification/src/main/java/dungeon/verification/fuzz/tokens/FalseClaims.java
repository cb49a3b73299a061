package dungeon.verification.fuzz.tokens;

import com.nimbusds.jose.JOSEException;
import java.time.Instant;
import java.util.List;

/** Tokens that the platform's own key has signed and that claim what does not hold: they are over, or of another issuer, or of nobody. */
final class FalseClaims {
    private static final long YEAR_S = 365 * 24 * 3_600L;

    private FalseClaims() {}

    static List<HostileToken> all(Means means) {
        long nowS = Instant.now().getEpochSecond();
        String subject = "\"sub\":\"00000000-0000-3000-8000-000000000000\",\"name\":\"nobody\"";
        String issuer = "\"iss\":\"dungeon\"";
        String player = "\"roles\":[\"player\"]";
        String later = "\"exp\":" + (nowS + YEAR_S);
        return List.of(
                token("is over", means, issuer, subject, player, "\"exp\":" + (nowS - 1)),
                token("is over for a year", means, issuer, subject, player, "\"exp\":" + (nowS - YEAR_S)),
                token("has always been over", means, issuer, subject, player, "\"exp\":0"),
                token("ends before time began", means, issuer, subject, player, "\"exp\":-9223372036854775808"),
                token("never ends", means, issuer, subject, player),
                token("ends at no time", means, issuer, subject, player, "\"exp\":null"),
                token("ends at a text", means, issuer, subject, player, "\"exp\":\"tomorrow\""),
                token("is of another issuer", means, "\"iss\":\"dungeon2\"", subject, player, later),
                token("is of an issuer in capitals", means, "\"iss\":\"Dungeon\"", subject, player, later),
                token("is of no issuer", means, subject, player, later),
                token("is of several issuers", means, "\"iss\":[\"dungeon\"]", subject, player, later),
                token("has no role", means, issuer, subject, later),
                token("has no roles", means, issuer, subject, "\"roles\":[]", later),
                token("has an unknown role", means, issuer, subject, "\"roles\":[\"root\"]", later),
                token("has a role in capitals", means, issuer, subject, "\"roles\":[\"PLAYER\"]", later),
                token("has a text for roles", means, issuer, subject, "\"roles\":\"player\"", later),
                token("has nobody's role", means, issuer, subject, "\"roles\":[\"unknown\"]", later),
                token("has null for a role", means, issuer, subject, "\"roles\":[null]", later),
                token("has numbers for roles", means, issuer, subject, "\"roles\":[1,{}]", later),
                token("has no subject", means, issuer, "\"name\":\"nobody\"", player, later),
                token("has an empty subject", means, issuer, "\"sub\":\"\",\"name\":\"nobody\"", player, later),
                token(
                        "has a subject that is no id",
                        means,
                        issuer,
                        "\"sub\":\"../x\",\"name\":\"nobody\"",
                        player,
                        later),
                token("has a number for a subject", means, issuer, "\"sub\":7,\"name\":\"nobody\"", player, later),
                token("has no name", means, issuer, "\"sub\":\"00000000-0000-3000-8000-000000000000\"", player, later),
                token("claims nothing", means),
                signed("claims an array", means, "[]"),
                signed("claims no JSON", means, "nonsense"),
                signed("claims null", means, "null"),
                signed("claims much and deep", means, "{\"a\":" + "[".repeat(2_500)));
    }

    private static HostileToken token(String trick, Means means, String... claims) {
        return signed(trick, means, "{%s}".formatted(String.join(",", claims)));
    }

    private static HostileToken signed(String trick, Means means, String claims) {
        try {
            String header = "{\"alg\":\"RS256\",\"kid\":\"%s\"}"
                    .formatted(means.platformKey().getKeyID());
            return new HostileToken(
                    trick, Forge.rsa(header, claims, means.platformKey().toPrivateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The platform's key is none", e);
        }
    }
}
