package dungeon.benchmarks.rooms;

import dungeon.benchmarks.host.BenchPlayer;
import dungeon.benchmarks.host.Sent;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.RoomPlayer;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Two who play round after round in a room, each of nine moves and without a winner, so what comes next is known without asking. */
final class RoomScript {
    /** No line for either of the two. */
    private static final int[] CELLS = {4, 0, 2, 6, 3, 5, 1, 7, 8};

    private static final int OFFERS = 2;
    private static final int ORDERS_PER_ROUND = CELLS.length + OFFERS;

    /** Long enough for no clock to run out. */
    private static final long MOVE_MS = 600_000;

    private static final long ROUND_MS = 3_600_000;

    private final int number;
    private final BenchPlayer host;
    private final BenchPlayer guest;
    private String roomId;
    private int done;

    /** @param number tells it from others, also for the ids of its commands */
    RoomScript(int number, BenchPlayer host, BenchPlayer guest) {
        this.number = number;
        this.host = host;
        this.guest = guest;
    }

    /** The room is opened with both in it; its id holds for half a minute. */
    RoomOrder opening() {
        roomId = Ids.timed(System.currentTimeMillis(), "bench-room:" + number);
        List<RoomPlayer> both =
                List.of(new RoomPlayer(host.playerId(), host.name()), new RoomPlayer(guest.playerId(), guest.name()));
        return order(
                Sent.ADMINISTRATOR,
                new CreateRoom(both, new RoomPlan(Opponent.PERSON, null, Mark.X, MOVE_MS, ROUND_MS), null, null));
    }

    /** What is done next. */
    RoomOrder next() {
        int round = done / ORDERS_PER_ROUND + 1;
        int move = done % ORDERS_PER_ROUND;
        done++;
        // Whoever has moved second begins the next round.
        boolean isHosts = (move + round) % 2 == 1;
        BenchPlayer player = isHosts ? host : guest;
        return order(
                player.number(),
                move < CELLS.length ? new PlaceMark(round, move + 1, CELLS[move]) : new OfferRematch(round));
    }

    /** Whoever sees what a player does. */
    BenchPlayer otherThan(int player) {
        return player == host.number() ? guest : host;
    }

    private RoomOrder order(int player, SpecificRecord payload) {
        return new RoomOrder(player, Ids.nameBased("%s:%d:%d".formatted(roomId, player, done)), roomId, payload);
    }
}
