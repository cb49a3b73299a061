package dungeon.ingest.http.tokens;

import dungeon.ingest.identity.Administrator;
import dungeon.ingest.identity.Token;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.problems.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for the parts of the platform that act for a context, such as the relays between contexts. */
@RestController
final class ServiceRoutes {
    private static final Pattern CONTEXT = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /**
     * A token of a service.
     *
     * @param context for which it acts
     * @param token goes into the header {@code authorization} of its commands
     */
    record ServiceToken(String context, String token, Instant expiresAt) {}

    private final Tokens tokens;

    ServiceRoutes(Tokens tokens) {
        this.tokens = tokens;
    }

    @Operation(
            summary = "Gives a token with which a service acts for a context",
            description = "For the administrator. The token holds for commands on Kafka only.",
            tags = "Services")
    @PostMapping("/auth/services/{context}")
    @ResponseStatus(HttpStatus.CREATED)
    ServiceToken give(Administrator administrator, @PathVariable String context) {
        if (!CONTEXT.matcher(context).matches()) {
            throw Problems.malformed("context", "must be the name of a context, such as lobby");
        }
        if (context.equals(Tokens.INGEST)) {
            throw Problems.malformed(
                    "context", "must not be ingest, which says who has signed in and gives itself its tokens");
        }
        Token token = tokens.forService(context);
        return new ServiceToken(context, token.jwt(), token.expiresAt());
    }
}
