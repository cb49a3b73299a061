package dungeon.ingest.http.tokens;

import dungeon.ingest.identity.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys that tokens are checked with. */
@RestController
final class KeySetRoute {
    private final SigningKeys keys;

    KeySetRoute(SigningKeys keys) {
        this.keys = keys;
    }

    @Operation(
            summary = "The public keys that tokens are checked with",
            description =
                    "Whoever checks tokens reads them every 2 s: a key that is taken away must be believed nowhere after 5 s.",
            tags = "Keys")
    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> keySet() {
        // What stands in between would go on to show a key that was taken away.
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(keys.publicKeySet());
    }
}
