package dungeon.queries.presence;

import java.util.concurrent.CompletableFuture;

/** Knows what rooms know of their players. */
public interface SeatWatch {
    /** What a room knows of somebody. */
    enum Seen {
        /** The player has no seat there, or the room is closed or unknown. */
        WITHOUT_SEAT,
        /** As far as the room knows, the player is connected. */
        THERE,
        /** The room knows that the player is gone. */
        GONE
    }

    /**
     * What a room knows of a player. Fails if nobody can tell now.
     *
     * @param atLeast the event of the room that the answer must include; 0 for any
     */
    CompletableFuture<Seen> of(String roomId, String playerId, long atLeast);
}
