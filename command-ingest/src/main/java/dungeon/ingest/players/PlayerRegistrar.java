package dungeon.ingest.players;

import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.problems.Problem;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.topics.LobbySubjects;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Registers players in the lobby, which this application alone may do. */
@Component
public final class PlayerRegistrar {
    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final Tokens tokens;
    private final Clock clock;

    PlayerRegistrar(CommandRecords commandRecords, CommandService commandService, Tokens tokens, Clock clock) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Registers a player under a name.
     *
     * @param commandId of the command in the log; UUID
     * @return the player, or a problem such as NAME_TAKEN
     * @throws Problem if it is known that nothing can be written now
     */
    public CompletableFuture<PlayerRegistered> register(String commandId, String playerName) {
        String playerId = LobbySubjects.playerId(playerName);
        CommandRecord commandRecord = commandRecords.forLobby(
                commandId,
                LobbySubjects.ofPlayer(playerName),
                new RegisterPlayer(playerName),
                playerId,
                tokens.forRegistration(playerId, playerName).authorization());
        // Only then: the name is this caller's, because it was this caller's command that got it.
        return commandService.execute(List.of(commandRecord)).thenApply(events -> registered(events.get(0)));
    }

    /** Registers a guest under a name that is made up; of so many names, one is hardly ever taken. */
    public CompletableFuture<PlayerRegistered> registerGuest() {
        return register(UUID.randomUUID().toString(), PlayerNames.ofGuest(clock.millis()));
    }

    /** Registers a player who stays, under a name that is made up. */
    public CompletableFuture<PlayerRegistered> registerNamed() {
        return register(UUID.randomUUID().toString(), PlayerNames.lasting(clock.millis()));
    }

    private static PlayerRegistered registered(List<CommittedEvent> events) {
        for (CommittedEvent event : events) {
            if (event.payload() instanceof PlayerRegistered player) {
                return player;
            }
        }
        throw new IllegalStateException("RegisterPlayer was accepted without a PlayerRegistered: " + events);
    }
}
