package dungeon.ingest.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dungeon.platform.token.TokenClaims;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens that were given to players lately, so that they can be told apart and revoked. It is a help and no register: a token says by itself
 * for whom it stands, and to note each one for good would be a record for each guest who ever came.
 */
final class IssuedTokens {
    /** A player who has more of them revokes all. */
    static final int OF_A_PLAYER_MAXIMUM = 20;

    /** Those who were last given one; some 300 bytes a token. */
    static final int PLAYERS_MAXIMUM = 10_000;

    private final Cache<String, List<TokenClaims>> byPlayer = Caffeine.newBuilder()
            .maximumSize(PLAYERS_MAXIMUM)
            .executor(Runnable::run)
            .build();

    void add(TokenClaims claims) {
        byPlayer.asMap().merge(claims.subject(), List.of(claims), (before, fresh) -> {
            List<TokenClaims> all = new ArrayList<>(before);
            all.addAll(fresh);
            return List.copyOf(all.subList(Math.max(0, all.size() - OF_A_PLAYER_MAXIMUM), all.size()));
        });
    }

    /** From the eldest to the youngest. */
    List<TokenClaims> of(String playerId) {
        List<TokenClaims> known = byPlayer.getIfPresent(playerId);
        return known == null ? List.of() : known;
    }
}
