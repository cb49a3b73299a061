package dungeon.identity;

import static dungeon.identity.IdentityTables.LOGINS;
import static dungeon.identity.IdentityTables.REVOKED_TOKENS;

import dungeon.platform.core.state.Evolver;
import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Handlers;
import dungeon.schemas.identity.BanLifted;
import dungeon.schemas.identity.CommandRejected;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.identity.LoginLinked;
import dungeon.schemas.identity.LoginUnlinked;
import dungeon.schemas.identity.PlayerBanned;
import dungeon.schemas.identity.SessionOpened;
import dungeon.schemas.identity.SignedIn;
import dungeon.schemas.identity.TokenRevoked;
import dungeon.schemas.identity.TokensRevoked;
import dungeon.schemas.state.LinkedLogin;
import dungeon.schemas.state.RevokedTokenId;
import dungeon.schemas.state.RevokedTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How events change who somebody is: the only way in which its state changes. It knows no rules. */
public final class IdentityEvolution {
    private static final Handlers<StateChanges, EventMetadata> HANDLERS = Handlers.<StateChanges, EventMetadata>of(
                    IdentityEvent.getClassSchema(), "payload")
            .on(LoginLinked.class, IdentityEvolution::linked)
            .on(
                    SignedIn.class,
                    (state, event, signedIn) ->
                            state.change(LOGINS, null, login -> login.setSignedInAtMs(event.timeMs())))
            .on(LoginUnlinked.class, IdentityEvolution::unlinked)
            .on(
                    TokenRevoked.class,
                    (state, event, revoked) -> change(state, event, tokens -> {
                        List<RevokedTokenId> all = new ArrayList<>(tokens.getTokens());
                        // What has ended by itself since is not needed any more.
                        all.removeIf(token -> token.getUntilMs() <= event.timeMs());
                        all.add(new RevokedTokenId(
                                revoked.getTokenId(), revoked.getUntil().toEpochMilli()));
                        tokens.setTokens(all);
                    }))
            .on(
                    TokensRevoked.class,
                    (state, event, revoked) -> change(
                            state,
                            event,
                            tokens -> tokens.setIssuedBeforeMs(
                                    revoked.getIssuedBefore().toEpochMilli())))
            .on(
                    PlayerBanned.class,
                    (state, event, banned) -> change(
                            state,
                            event,
                            account ->
                                    account.setBannedUntilMs(banned.getUntil().toEpochMilli())))
            .on(BanLifted.class, (state, event, lifted) -> change(state, event, account -> account.setBannedUntilMs(0)))
            .on(SessionOpened.class, (state, event, opened) -> change(state, event, account -> {}))
            .ignore(CommandRejected.class)
            .build();

    /** Throws on an event that it does not know. */
    public static final Evolver EVOLVER = HANDLERS::handle;

    private IdentityEvolution() {}

    private static void linked(StateChanges state, EventMetadata event, LoginLinked linked) {
        state.put(
                LOGINS,
                new LinkedLogin(
                        event.sequence(),
                        linked.getPlayerId(),
                        linked.getPlayerName(),
                        event.timeMs(),
                        event.timeMs()));
    }

    private static void unlinked(StateChanges state, EventMetadata event, LoginUnlinked unlinked) {
        state.change(LOGINS, null, login -> {
            login.setPlayerId(null);
            login.setPlayerName(null);
        });
    }

    private static void change(StateChanges state, EventMetadata event, Consumer<RevokedTokens> change) {
        if (state.get(REVOKED_TOKENS) == null) {
            RevokedTokens first = new RevokedTokens(event.sequence(), 0L, List.of(), 0L);
            change.accept(first);
            state.put(REVOKED_TOKENS, first);
        } else {
            state.change(REVOKED_TOKENS, null, change);
        }
    }
}
