package dungeon.identity;

import static dungeon.identity.IdentityTables.LOGINS;
import static dungeon.identity.IdentityTables.REVOKED_TOKENS;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Decider;
import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.Handlers;
import dungeon.schemas.Detail;
import dungeon.schemas.Tick;
import dungeon.schemas.identity.BanLifted;
import dungeon.schemas.identity.BanPlayer;
import dungeon.schemas.identity.CommandRejected;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.LiftBan;
import dungeon.schemas.identity.LinkLogin;
import dungeon.schemas.identity.LoginLinked;
import dungeon.schemas.identity.LoginUnlinked;
import dungeon.schemas.identity.OpenSession;
import dungeon.schemas.identity.PlayerBanned;
import dungeon.schemas.identity.RejectionCode;
import dungeon.schemas.identity.RevokeToken;
import dungeon.schemas.identity.RevokeTokens;
import dungeon.schemas.identity.SessionOpened;
import dungeon.schemas.identity.SignIn;
import dungeon.schemas.identity.SignedIn;
import dungeon.schemas.identity.TokenRevoked;
import dungeon.schemas.identity.TokensRevoked;
import dungeon.schemas.identity.UnlinkLogin;
import dungeon.schemas.state.LinkedLogin;
import dungeon.schemas.state.RevokedTokenId;
import dungeon.schemas.state.RevokedTokens;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What commands to the identity cause: accounts elsewhere are linked to players, tokens taken back and players banned, each within limits. */
final class IdentityDecider implements Decider<IdentityCommand, StateReader> {
    private final Handlers<Decision<StateReader>, Void> handlers = Handlers.<Decision<StateReader>, Void>of(
                    IdentityCommand.getClassSchema(), "payload")
            .on(LinkLogin.class, (decision, none, link) -> link(decision, link))
            .on(SignIn.class, (decision, none, signIn) -> signIn(decision))
            .on(UnlinkLogin.class, (decision, none, unlink) -> unlink(decision))
            .on(RevokeToken.class, (decision, none, revoke) -> revoke(decision, revoke))
            .on(RevokeTokens.class, (decision, none, revoke) -> revokeAll(decision, revoke))
            .on(BanPlayer.class, (decision, none, ban) -> ban(decision, ban))
            .on(LiftBan.class, (decision, none, lift) -> lift(decision))
            .on(OpenSession.class, (decision, none, open) -> open(decision))
            .ignore(Tick.class)
            .build();

    @Override
    public void decide(Decision<StateReader> decision, IdentityCommand command) {
        handlers.handle(decision, null, (SpecificRecord) command.getPayload());
    }

    @Override
    public void fire(Decision<StateReader> decision, TimerId timer) {
        throw new IllegalStateException(
                "A timer of a kind that a newer build has written: %s of %s".formatted(timer, decision.aggregateId()));
    }

    private static void link(Decision<StateReader> decision, LinkLogin link) {
        LinkedLogin login = decision.state().get(LOGINS);
        if (isLinked(login)) {
            refuse(
                    decision,
                    RejectionCode.LOGIN_LINKED,
                    "The account is linked to a player already",
                    new Detail("playerId", login.getPlayerId()),
                    new Detail("playerName", login.getPlayerName()));
        } else {
            decision.emit(new LoginLinked(link.getPlayerId(), link.getPlayerName()));
        }
    }

    private static void signIn(Decision<StateReader> decision) {
        LinkedLogin login = decision.state().get(LOGINS);
        if (isLinked(login)) {
            decision.emit(new SignedIn(login.getPlayerId(), login.getPlayerName()));
        } else {
            refuseUnknown(decision);
        }
    }

    private static void unlink(Decision<StateReader> decision) {
        LinkedLogin login = decision.state().get(LOGINS);
        if (isLinked(login)) {
            decision.emit(new LoginUnlinked(login.getPlayerId()));
        } else {
            refuseUnknown(decision);
        }
    }

    private static boolean isLinked(LinkedLogin login) {
        return login != null && login.getPlayerId() != null;
    }

    private static void revoke(Decision<StateReader> decision, RevokeToken revoke) {
        Instant until = revoke.getTokenExpiresAt();
        RevokedTokens before = decision.state().get(REVOKED_TOKENS);
        List<RevokedTokenId> tokens = before == null ? List.of() : before.getTokens();
        if (!until.isAfter(decision.time())) {
            refuseMalformed(decision, "tokenExpiresAt", "must be in the future; the token has ended by itself");
        } else if (until.isAfter(decision.time().plus(IdentityLimits.TOKEN_LIFETIME_MAXIMUM))) {
            refuseMalformed(
                    decision,
                    "tokenExpiresAt",
                    "must be at most %d days ahead".formatted(IdentityLimits.TOKEN_LIFETIME_MAXIMUM.toDays()));
        } else if (tokens.stream().anyMatch(token -> token.getTokenId().equals(revoke.getTokenId()))) {
            refuse(decision, RejectionCode.ALREADY_REVOKED, "The token was taken back already");
        } else if (tokens.stream()
                        .filter(token -> token.getUntilMs() > decision.timeMs())
                        .count()
                >= IdentityLimits.REVOKED_TOKENS_MAXIMUM) {
            refuse(
                    decision,
                    RejectionCode.LIMIT_REACHED,
                    "So many tokens of this player were taken back one by one that there is no room for another; take back all of them at once",
                    new Detail("limit", "revokedTokens"),
                    new Detail("maximum", String.valueOf(IdentityLimits.REVOKED_TOKENS_MAXIMUM)));
        } else {
            decision.emit(new TokenRevoked(revoke.getTokenId(), until));
        }
    }

    private static void revokeAll(Decision<StateReader> decision, RevokeTokens revoke) {
        Instant issuedBefore = revoke.getIssuedBefore();
        if (isAhead(decision, issuedBefore)) {
            refuseMalformed(decision, "issuedBefore", "must not be in the future");
        } else if (issuedBefore.toEpochMilli() <= revokedBeforeMs(decision)) {
            refuse(decision, RejectionCode.ALREADY_REVOKED, "These tokens were taken back already");
        } else {
            decision.emit(tokensRevoked(issuedBefore));
        }
    }

    /** The clock of whoever gives tokens can be ahead of the broker's by as much as that of a command. */
    private static boolean isAhead(Decision<StateReader> decision, Instant issuedBefore) {
        return issuedBefore.isAfter(decision.time().plusMillis(CommandMetadata.ISSUED_AHEAD_MAXIMUM_MS));
    }

    private static long revokedBeforeMs(Decision<StateReader> decision) {
        RevokedTokens account = decision.state().get(REVOKED_TOKENS);
        return account == null ? 0 : account.getIssuedBeforeMs();
    }

    private static TokensRevoked tokensRevoked(Instant issuedBefore) {
        return new TokensRevoked(issuedBefore, issuedBefore.plus(IdentityLimits.TOKEN_LIFETIME_MAXIMUM));
    }

    private static void ban(Decision<StateReader> decision, BanPlayer ban) {
        Instant until = ban.getUntil();
        if (isAhead(decision, ban.getIssuedBefore())) {
            refuseMalformed(decision, "issuedBefore", "must not be in the future");
        } else if (!until.isAfter(decision.time())) {
            refuseMalformed(decision, "until", "must be in the future");
        } else if (until.isAfter(decision.time().plus(IdentityLimits.BAN_MAXIMUM))) {
            refuseMalformed(
                    decision, "until", "must be at most %d days ahead".formatted(IdentityLimits.BAN_MAXIMUM.toDays()));
        } else {
            if (ban.getIssuedBefore().toEpochMilli() > revokedBeforeMs(decision)) {
                decision.emit(tokensRevoked(ban.getIssuedBefore()));
            }
            decision.emit(new PlayerBanned(until));
        }
    }

    private static void lift(Decision<StateReader> decision) {
        if (isBanned(decision)) {
            decision.emit(new BanLifted());
        } else {
            refuse(decision, RejectionCode.NOT_BANNED, "The player is not banned");
        }
    }

    private static void open(Decision<StateReader> decision) {
        if (isBanned(decision)) {
            Instant until =
                    Instant.ofEpochMilli(decision.state().get(REVOKED_TOKENS).getBannedUntilMs());
            refuse(decision, RejectionCode.BANNED, "The player is banned", new Detail("until", until.toString()));
        } else {
            decision.emit(new SessionOpened());
        }
    }

    private static boolean isBanned(Decision<StateReader> decision) {
        RevokedTokens account = decision.state().get(REVOKED_TOKENS);
        return account != null && account.getBannedUntilMs() > decision.timeMs();
    }

    private static void refuseUnknown(Decision<StateReader> decision) {
        refuse(decision, RejectionCode.UNKNOWN_LOGIN, "No player is linked to this account");
    }

    private static void refuseMalformed(Decision<StateReader> decision, String field, String problem) {
        refuse(
                decision,
                RejectionCode.MALFORMED,
                "The command has fields that cannot be right",
                new Detail(field, problem));
    }

    private static void refuse(Decision<StateReader> decision, RejectionCode code, String message, Detail... details) {
        decision.reject(new CommandRejected(code, message, List.of(details)));
    }
}
