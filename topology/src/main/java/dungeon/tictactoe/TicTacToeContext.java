package dungeon.tictactoe;

import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.Fault;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.PlatformCode;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Detail;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.TicTacToeEnvelopes;
import dungeon.tictactoe.decide.TicTacToeAdmission;
import dungeon.tictactoe.decide.TicTacToeDecider;
import dungeon.tictactoe.evolve.TicTacToeEvolution;
import dungeon.tictactoe.state.TicTacToeTables;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tic-tac-toe as a context; an aggregate is a room. */
public final class TicTacToeContext {
    /** All that is the game's own. */
    public static final BoundedContext<TicTacToeCommand, TicTacToeEvent, StateReader> CONTEXT = new BoundedContext<>(
            "room",
            "roomId",
            AggregateIds.UUIDS,
            TicTacToeEnvelopes.COMMANDS,
            TicTacToeEnvelopes.EVENTS,
            TicTacToeTables.ALL,
            UnaryOperator.identity(),
            new TicTacToeAdmission(),
            TicTacToeContext::rejection,
            new TicTacToeDecider(),
            TicTacToeEvolution.EVOLVER);

    private TicTacToeContext() {}

    /** A room in memory, to which nothing has happened yet. */
    public static InMemoryAggregate<TicTacToeCommand, TicTacToeEvent> inMemory(String roomId) {
        return InMemoryAggregate.of(CONTEXT, roomId);
    }

    private static CommandRejected rejection(PlatformCode code, String message, List<Fault> faults) {
        RoomRejectionCode own = code == PlatformCode.UNKNOWN_AGGREGATE
                ? RoomRejectionCode.UNKNOWN_ROOM
                : RoomRejectionCode.valueOf(code.name());
        return new CommandRejected(own, message, Fault.toDetails(faults, Detail::new));
    }
}
