package dungeon.ingest.commands;

import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Which player has a practice game that has not ended, so that nobody has two. */
public final class PracticeGames {
    /** How long a game that was asked for counts as running although none of its events was seen. */
    static final Duration UNSEEN = Duration.ofMinutes(1);

    private record Claim(String gameId, long sinceNanos) {}

    private final Map<String, String> gameIdsByPlayer = new ConcurrentHashMap<>();
    private final Map<String, String> playersByGameId = new ConcurrentHashMap<>();
    private final Map<String, Claim> claimsByPlayer = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime the clock, as {@link System#nanoTime} */
    public PracticeGames(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void add(CommittedEvent event) {
        if (event.payload() instanceof GameCreated created && created.getPracticeFor() != null) {
            playersByGameId.put(event.key(), created.getPracticeFor());
            gameIdsByPlayer.put(created.getPracticeFor(), event.key());
        } else if (event.payload() instanceof GameEnded) {
            String player = playersByGameId.remove(event.key());
            if (player != null) {
                gameIdsByPlayer.remove(player, event.key());
            }
        }
    }

    /**
     * Keeps a place for a new game, if the player has none that runs or is being made.
     *
     * @return the game that stands in the way, or nothing
     */
    public Optional<String> claim(String playerId, String gameId) {
        Claim mine = new Claim(gameId, nanoTime.getAsLong());
        Claim standing = claimsByPlayer.compute(
                playerId,
                (player, earlier) -> earlier == null || mine.sinceNanos() - earlier.sinceNanos() > UNSEEN.toNanos()
                        ? mine
                        : earlier);
        if (!standing.equals(mine)) {
            return Optional.of(standing.gameId());
        }
        // Asked after the claim, because events may come in between.
        String running = gameIdsByPlayer.get(playerId);
        if (running != null) {
            release(playerId, gameId);
        }
        return Optional.ofNullable(running);
    }

    /** Gives the place back: the game's events tell the rest, or there will be no game. */
    public void release(String playerId, String gameId) {
        claimsByPlayer.computeIfPresent(
                playerId, (player, claim) -> claim.gameId().equals(gameId) ? null : claim);
    }
}
