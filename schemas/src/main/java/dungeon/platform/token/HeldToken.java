package dungeon.platform.token;

import java.time.Instant;

/** A token on which something goes on to rest, such as a connection that was opened with it. For use by one thread at a time. */
public final class HeldToken {
    private final String jwt;
    private final TokenJudge judge;
    private Object edition;
    private TokenClaims claims;

    /**
     * Takes a token that stands for somebody.
     *
     * @throws TokenRefusedException if it stands for nobody, or was revoked
     */
    public HeldToken(String jwt, TokenJudge judge) throws TokenRefusedException {
        this.jwt = jwt;
        this.judge = judge;
        judgeAnew();
        judge.requireNotRevoked(claims);
    }

    /** Whom it stands for. */
    public TokenClaims claims() {
        return claims;
    }

    /** Whether it still holds: its time is not over, it was not revoked, and its key was not taken away. */
    public boolean holdsAt(Instant now) {
        try {
            if (edition != judge.edition()) {
                judgeAnew();
            }
            judge.requireNotRevoked(claims);
            return claims.holdAt(now);
        } catch (TokenRefusedException e) {
            return false;
        }
    }

    private void judgeAnew() throws TokenRefusedException {
        // Asked for first: a verdict by older keys is never taken for one by newer ones.
        Object current = judge.edition();
        claims = judge.judgeSignature(jwt);
        edition = current;
    }
}
