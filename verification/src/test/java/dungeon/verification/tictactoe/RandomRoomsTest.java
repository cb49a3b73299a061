package dungeon.verification.tictactoe;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.tictactoe.MarkPlaced;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.verification.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random rooms keep every promise, and the audit notices where one does not. */
class RandomRoomsTest {
    private static final int ROOMS = 500;
    private static final PlayedRoom ROOM = RandomRoom.play(7);

    @Test
    void roomsOfTheRealRulesKeepEveryPromiseAndShowAll() {
        Simulation simulation = new Simulation(new RandomRooms());
        for (int seed = 0; seed < ROOMS; seed++) {
            assertThat(simulation.play(seed)).as("seed %d", seed).isEmpty();
        }
        assertThat(simulation.occurrences().never()).isEmpty();
    }

    @Test
    void anEventThatIsMissingIsNoticed() {
        for (int i = 0; i < ROOM.events().size(); i++) {
            List<TicTacToeEvent> events = new ArrayList<>(ROOM.events());
            events.remove(i);
            assertThat(RoomAudit.of(with(events))).as("without event %d", i).isPresent();
        }
    }

    @Test
    void anEventThatIsThereTwiceIsNoticed() {
        for (int i = 0; i < ROOM.events().size(); i++) {
            List<TicTacToeEvent> events = new ArrayList<>(ROOM.events());
            events.add(i, events.get(i));
            assertThat(RoomAudit.of(with(events))).as("event %d twice", i).isPresent();
        }
    }

    @Test
    void aMarkOnAnotherCellIsNoticed() {
        int moves = 0;
        for (int i = 0; i < ROOM.events().size(); i++) {
            if (ROOM.events().get(i).getPayload() instanceof MarkPlaced placed) {
                MarkPlaced other = MarkPlaced.newBuilder(placed)
                        .setCell((placed.getCell() + 1) % 9)
                        .build();
                List<TicTacToeEvent> events = new ArrayList<>(ROOM.events());
                events.set(
                        i,
                        TicTacToeEvent.newBuilder(events.get(i))
                                .setPayload(other)
                                .build());
                assertThat(RoomAudit.of(with(events))).as("event %d", i).isPresent();
                assertThat(RoomReplay.of(with(events))).as("event %d", i).isPresent();
                moves++;
            }
        }
        assertThat(moves).isPositive();
    }

    private static PlayedRoom with(List<TicTacToeEvent> events) {
        return new PlayedRoom(ROOM.roomId(), ROOM.sent(), events);
    }
}
