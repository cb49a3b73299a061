package dungeon.ingest.players;

import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.identity.Administrator;
import dungeon.schemas.identity.BanPlayer;
import dungeon.schemas.identity.LiftBan;
import dungeon.schemas.topics.IdentitySubjects;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/** Lets administrators ban players. */
@Component
public final class PlayerBans {
    private final CommandRecords commandRecords;
    private final CommandService commandService;

    PlayerBans(CommandRecords commandRecords, CommandService commandService) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
    }

    /**
     * Lets a player in nowhere until a time; completes when that is in the log, and known to this instance.
     *
     * @param issuedBefore tokens that were given before hold no more
     */
    public CompletableFuture<Void> ban(
            Administrator administrator, String playerId, Instant issuedBefore, Instant until) {
        return send(administrator, playerId, new BanPlayer(issuedBefore, until));
    }

    /**
     * Lets a player in again.
     *
     * @return or a problem, NOT_BANNED among them
     */
    public CompletableFuture<Void> lift(Administrator administrator, String playerId) {
        return send(administrator, playerId, new LiftBan());
    }

    private CompletableFuture<Void> send(Administrator administrator, String playerId, SpecificRecord command) {
        CommandRecord commandRecord = commandRecords.forIdentity(
                IdentitySubjects.ofAccount(playerId), command, null, administrator.authorization());
        return commandService.execute(List.of(commandRecord)).thenApply(events -> null);
    }
}
