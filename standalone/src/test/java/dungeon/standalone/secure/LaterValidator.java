package dungeon.standalone.secure;

import java.util.Set;
import org.apache.kafka.common.security.oauthbearer.JwtValidator;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;

/** Believes that every token holds for an hour more, as a client might that wants to try. */
public final class LaterValidator implements JwtValidator {
    @Override
    public OAuthBearerToken validate(String token) {
        long nowMs = System.currentTimeMillis();
        return new OAuthBearerToken() {
            @Override
            public String value() {
                return token;
            }

            @Override
            public Set<String> scope() {
                return Set.of();
            }

            @Override
            public long lifetimeMs() {
                return nowMs + 3_600_000;
            }

            @Override
            public String principalName() {
                return "somebody";
            }

            @Override
            public Long startTimeMs() {
                return nowMs;
            }
        };
    }
}
