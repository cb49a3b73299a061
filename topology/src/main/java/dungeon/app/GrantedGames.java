package dungeon.app;

import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.RelayPolicy;
import dungeon.schemas.CreateGame;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.Rules;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** From the lobby to the robots: a practice game that was granted is created. */
final class GrantedGames implements RelayPolicy<LobbyEvent> {
    /** Its player starts it at once; one that nobody starts should not take room for a day. */
    private static final Duration EXPIRES_AFTER = Duration.ofMinutes(10);

    /** Nobody has to look at it for an hour on the write side; the lobby gives its room free a minute later. */
    private static final Duration PURGED_AFTER = Duration.ofMinutes(5);

    private final Supplier<ByteBuffer> seeds;

    /**
     * @param seeds 32 bytes from a secure source each; a repetition has another seed and no effect, because the game's id is taken
     */
    GrantedGames(Supplier<ByteBuffer> seeds) {
        this.seeds = seeds;
    }

    @Override
    public List<Outgoing> commandsFor(LobbyEvent event) {
        if (!(event.getPayload() instanceof PracticeGameGranted granted)) {
            return List.of();
        }
        Rules rules = Rules.newBuilder()
                .setExpiresAfterMs(EXPIRES_AFTER.toMillis())
                .setPurgedAfterMs(PURGED_AFTER.toMillis())
                .build();
        return List.of(new Outgoing(
                granted.getGameId(),
                new CreateGame(
                        granted.getMap(),
                        rules,
                        1 + granted.getBots(),
                        granted.getDurationMs(),
                        seeds.get(),
                        Ids.nameBased(event.getSubject()),
                        granted.getMapTypeId(),
                        event.getSubject())));
    }
}
