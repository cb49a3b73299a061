package dungeon.tictactoe.decide;

import dungeon.schemas.state.Room;

/** How long a turn may take: what is allowed for a move, and no more than is left of the round. All times are in ms. */
final class Clocks {
    private Clocks() {}

    static long turnMs(Room room, long remainingMs) {
        return Math.min(room.getPlan().getMoveMs(), remainingMs);
    }

    /** What a player has left who moves now; more than nothing, because the timer would have fired before. */
    static long remainingMs(Room room, int seat, long nowMs) {
        return room.getSeats().get(seat).getRemainingMs() - (nowMs - room.getTurnBeganAtMs());
    }
}
