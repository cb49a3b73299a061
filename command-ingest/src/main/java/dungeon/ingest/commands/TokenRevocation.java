package dungeon.ingest.commands;

import dungeon.ingest.identity.Caller;
import dungeon.ingest.problems.Problem;
import dungeon.schemas.identity.RejectionCode;
import dungeon.schemas.identity.RevokeToken;
import dungeon.schemas.identity.RevokeTokens;
import dungeon.schemas.topics.IdentitySubjects;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.avro.specific.SpecificRecord;

/** Lets tokens be taken back: those of the caller, or those of any player if the caller is an administrator. */
public final class TokenRevocation {
    private final CommandRecords commandRecords;
    private final CommandService commandService;

    public TokenRevocation(CommandRecords commandRecords, CommandService commandService) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
    }

    /**
     * Takes one token back; completes when that is in the log, and known to this instance. One that was taken back before stays so.
     *
     * @param playerId whose token it is
     * @param expiresAt when it ends by itself; later if that is not known
     * @return or a problem, LIMIT_REACHED among them
     */
    public CompletableFuture<Void> ofOne(Caller caller, String playerId, String tokenId, Instant expiresAt) {
        return send(caller, playerId, new RevokeToken(tokenId, expiresAt));
    }

    /**
     * Takes all of a player's tokens back that were given before a moment; completes when that is in the log, and known to this
     * instance. Those that were taken back before stay so.
     */
    public CompletableFuture<Void> ofAll(Caller caller, String playerId, Instant issuedBefore) {
        return send(caller, playerId, new RevokeTokens(issuedBefore));
    }

    private CompletableFuture<Void> send(Caller caller, String playerId, SpecificRecord command) {
        CommandRecord commandRecord = commandRecords.forIdentity(
                IdentitySubjects.ofAccount(playerId), command, caller.playerId(), caller.authorization());
        CompletableFuture<Void> done =
                commandService.execute(List.of(commandRecord)).thenApply(events -> null);
        return done.exceptionally(failure -> {
            if (failure instanceof CompletionException wrapped
                    && wrapped.getCause() instanceof Problem problem
                    && problem.code().equals(RejectionCode.ALREADY_REVOKED.name())) {
                return null;
            }
            throw new CompletionException(failure instanceof CompletionException ? failure.getCause() : failure);
        });
    }
}
