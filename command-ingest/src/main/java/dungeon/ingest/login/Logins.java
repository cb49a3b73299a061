package dungeon.ingest.login;

import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.identity.Player;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.players.PlayerRegistrar;
import dungeon.ingest.problems.Problem;
import dungeon.schemas.identity.LinkLogin;
import dungeon.schemas.identity.LoginLinked;
import dungeon.schemas.identity.OpenSession;
import dungeon.schemas.identity.RejectionCode;
import dungeon.schemas.identity.SignIn;
import dungeon.schemas.identity.SignedIn;
import dungeon.schemas.identity.UnlinkLogin;
import dungeon.schemas.topics.IdentitySubjects;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/** Finds the player of an account elsewhere. Which one that is, is decided in the log alone, so that of several at a time one wins. */
@Component
final class Logins {
    /** For whom somebody who has signed in plays. */
    record LinkedPlayer(String playerId, String playerName) {}

    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final PlayerRegistrar registrar;
    private final Tokens tokens;

    Logins(CommandRecords commandRecords, CommandService commandService, PlayerRegistrar registrar, Tokens tokens) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.registrar = registrar;
        this.tokens = tokens;
    }

    /**
     * The player that an account is linked to; if there is none, it is linked now.
     *
     * @param hash of the account
     * @param present who the browser plays for; linked if the account is not, in place of a new player
     * @return or a problem, BANNED among them
     */
    CompletableFuture<LinkedPlayer> signIn(String hash, Optional<Player> present) {
        return signedIn(hash)
                .exceptionallyCompose(failure -> isRefused(failure, RejectionCode.UNKNOWN_LOGIN)
                        ? playerToLink(present).thenCompose(player -> link(hash, player))
                        : CompletableFuture.failedFuture(failure))
                .thenCompose(player -> execute(IdentitySubjects.ofAccount(player.playerId()), new OpenSession())
                        .thenApply(events -> player));
    }

    /** Ends the link of an account. */
    CompletableFuture<Void> unlink(String hash) {
        return execute(IdentitySubjects.ofLogin(hash), new UnlinkLogin()).thenAccept(events -> {});
    }

    private CompletableFuture<LinkedPlayer> playerToLink(Optional<Player> present) {
        return present.map(player ->
                        CompletableFuture.completedFuture(new LinkedPlayer(player.playerId(), player.playerName())))
                .orElseGet(() -> registrar
                        .registerNamed()
                        .thenApply(player -> new LinkedPlayer(player.getPlayerId(), player.getPlayerName())));
    }

    private CompletableFuture<LinkedPlayer> link(String hash, LinkedPlayer player) {
        return execute(IdentitySubjects.ofLogin(hash), new LinkLogin(player.playerId(), player.playerName()))
                .thenApply(events -> Optional.of(linked(events)))
                .exceptionally(failure -> {
                    if (isRefused(failure, RejectionCode.LOGIN_LINKED)) {
                        return Optional.empty();
                    }
                    throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
                })
                // Somebody with the same account was quicker.
                .thenCompose(won -> won.map(CompletableFuture::completedFuture).orElseGet(() -> signedIn(hash)));
    }

    private static LinkedPlayer linked(List<CommittedEvent> events) {
        LoginLinked linked = (LoginLinked) events.get(0).payload();
        return new LinkedPlayer(linked.getPlayerId(), linked.getPlayerName());
    }

    private CompletableFuture<LinkedPlayer> signedIn(String hash) {
        return execute(IdentitySubjects.ofLogin(hash), new SignIn()).thenApply(events -> {
            SignedIn signedIn = (SignedIn) events.get(0).payload();
            return new LinkedPlayer(signedIn.getPlayerId(), signedIn.getPlayerName());
        });
    }

    private CompletableFuture<List<CommittedEvent>> execute(String subject, SpecificRecord order) {
        CommandRecord command = commandRecords.forIdentity(
                subject, order, null, tokens.forSignIn().authorization());
        return commandService.execute(List.of(command)).thenApply(events -> events.get(0));
    }

    private static boolean isRefused(Throwable failure, RejectionCode code) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof Problem problem && problem.code().equals(code.name());
    }
}
