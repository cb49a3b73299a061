package dungeon.ingest.commands;

import dungeon.platform.token.Revocations;
import dungeon.schemas.identity.TokenRevoked;
import dungeon.schemas.identity.TokensRevoked;
import dungeon.schemas.topics.IdentitySubjects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Makes of the events about who somebody is what all who check tokens are told. */
final class RevocationEvents {
    private final Revocations revocations;
    private final Duration longestLifetime;
    private final Clock clock;

    /** @param longestLifetime of a token */
    RevocationEvents(Revocations revocations, Duration longestLifetime, Clock clock) {
        this.revocations = revocations;
        this.longestLifetime = longestLifetime;
        this.clock = clock;
    }

    /** Before this time nothing was revoked that still has to be known. */
    Instant since() {
        return clock.instant().minus(longestLifetime).minus(Revocations.KEPT_LONGER);
    }

    /** Takes an event; most are about something else. */
    void add(CommittedEvent event) {
        // No token lives longer, whatever somebody says of the one that he revokes.
        if (event.is(TokenRevoked.class)) {
            TokenRevoked revoked = (TokenRevoked) event.payload();
            Instant latest = clock.instant().plus(longestLifetime);
            Instant until = revoked.getUntil().isAfter(latest) ? latest : revoked.getUntil();
            revocations.addToken(revoked.getTokenId(), IdentitySubjects.playerIdOf(event.key()), until);
        } else if (event.is(TokensRevoked.class)) {
            Instant issuedBefore = ((TokensRevoked) event.payload()).getIssuedBefore();
            revocations.addAllOf(
                    IdentitySubjects.playerIdOf(event.key()), issuedBefore, issuedBefore.plus(longestLifetime));
        }
    }
}
