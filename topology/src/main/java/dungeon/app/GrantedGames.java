package dungeon.app;

import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.RelayPolicy;
import dungeon.schemas.CreateGame;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MatchGranted;
import dungeon.schemas.PracticeGameGranted;
import dungeon.schemas.Rules;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** From the lobby to the robots: a practice game or a match that was granted is created. */
final class GrantedGames implements RelayPolicy<LobbyEvent> {
    /** Of practice: its player starts it at once; one that nobody starts should not take room for a day. */
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
        if (event.getPayload() instanceof PracticeGameGranted granted) {
            CreateGame create = new CreateGame(
                    granted.getMap(),
                    rules(EXPIRES_AFTER.toMillis()),
                    1 + granted.getBots(),
                    granted.getDurationMs(),
                    seeds.get(),
                    Ids.nameBased(event.getSubject()),
                    granted.getMapTypeId(),
                    event.getSubject(),
                    null);
            return List.of(new Outgoing(granted.getGameId(), create));
        }
        if (event.getPayload() instanceof MatchGranted granted) {
            CreateGame create = new CreateGame(
                    granted.getMap(),
                    rules(granted.getWaitMs()),
                    granted.getSeats(),
                    granted.getDurationMs(),
                    seeds.get(),
                    null,
                    granted.getMapTypeId(),
                    event.getSubject(),
                    granted.getMatch());
            return List.of(new Outgoing(granted.getGameId(), create));
        }
        return List.of();
    }

    private static Rules rules(long expiresAfterMs) {
        return Rules.newBuilder()
                .setExpiresAfterMs(expiresAfterMs)
                .setPurgedAfterMs(PURGED_AFTER.toMillis())
                .build();
    }
}
