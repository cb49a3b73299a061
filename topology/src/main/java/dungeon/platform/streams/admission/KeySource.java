package dungeon.platform.streams.admission;

import com.nimbusds.jose.jwk.JWK;
import java.util.Optional;

/** Where the public keys come from with which tokens are checked: the ingest over HTTP, or a fixed set in tests. */
public interface KeySource {
    /**
     * The key of an id, or nothing if there is none of this id.
     *
     * @throws KeysUnavailableException if no key set was ever read
     */
    Optional<JWK> keyOf(String keyId);
}
