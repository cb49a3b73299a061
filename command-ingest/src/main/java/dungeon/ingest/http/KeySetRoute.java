package dungeon.ingest.http;

import dungeon.ingest.identity.SigningKey;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys that tokens are checked with. */
@RestController
final class KeySetRoute {
    private static final Duration CACHED = Duration.ofMinutes(5);

    private final String keySet;

    KeySetRoute(SigningKey key) {
        this.keySet = key.publicKeySet();
    }

    @Operation(summary = "The public keys that tokens are checked with", tags = "Players")
    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> keySet() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(CACHED)).body(keySet);
    }
}
