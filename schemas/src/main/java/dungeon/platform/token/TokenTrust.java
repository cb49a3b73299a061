package dungeon.platform.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;

/** By what tokens are judged at the moment: the keys that are believed, and what was revoked of all that they have signed. */
public interface TokenTrust extends JWKSource<SecurityContext> {
    /** Another object whenever keys have come or gone; a signature that was checked under the same one need not be checked again. */
    Object edition();

    /** What holds no more although its time is not over; it can become more at any moment. */
    Revocations revocations();

    /** Trust in keys that stay as they are, and revoke nothing. */
    static TokenTrust in(JWKSource<SecurityContext> keys) {
        return new TokenTrust() {
            private final Revocations none = new Revocations();

            @Override
            public Object edition() {
                return keys;
            }

            @Override
            public Revocations revocations() {
                return none;
            }

            @Override
            public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
                return keys.get(selector, context);
            }
        };
    }
}
