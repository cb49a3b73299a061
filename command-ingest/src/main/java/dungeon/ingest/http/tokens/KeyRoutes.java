package dungeon.ingest.http.tokens;

import dungeon.ingest.http.ApiDescription;
import dungeon.ingest.identity.Administrator;
import dungeon.ingest.identity.PublishedKey;
import dungeon.ingest.identity.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the keys that tokens are signed with come and go. */
@RestController
final class KeyRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRoutes.class);

    private final SigningKeys keys;

    KeyRoutes(SigningKeys keys) {
        this.keys = keys;
    }

    @Operation(summary = "The keys that are published, from the eldest to the youngest", tags = "Keys")
    @GetMapping("/auth/keys")
    List<PublishedKey> list(Administrator administrator) {
        return keys.described();
    }

    @Operation(
            summary = "Makes a key that takes over after some seconds",
            description =
                    "Meanwhile all who check tokens learn of it. The key before it disappears when its last token is over.",
            tags = "Keys")
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @PostMapping("/auth/keys")
    @ResponseStatus(HttpStatus.CREATED)
    PublishedKey rotate(Administrator administrator) {
        PublishedKey fresh = keys.rotate();
        LOG.info("Token {} of an administrator made {}", administrator.claims().tokenId(), fresh);
        return fresh;
    }

    @Operation(
            summary = "Takes a key away at once",
            description =
                    "Within 5 s the tokens that it has signed hold nowhere any more, the administrator's among them, whose new one"
                            + " stands in administrator.token. If no other key follows, a new one signs from now on.",
            tags = "Keys")
    @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @DeleteMapping("/auth/keys/{kid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Administrator administrator, @PathVariable String kid) {
        keys.revoke(kid);
        LOG.info(
                "Token {} of an administrator revoked the key {}",
                administrator.claims().tokenId(),
                kid);
    }
}
