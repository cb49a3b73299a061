package dungeon.tictactoe.decide;

import dungeon.platform.core.Decider;
import dungeon.platform.core.Decision;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.Handlers;
import dungeon.schemas.Tick;
import dungeon.schemas.tictactoe.ClaimWin;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.LeaveRoom;
import dungeon.schemas.tictactoe.OfferRematch;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.Resign;
import dungeon.schemas.tictactoe.RoomClosingReason;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.tictactoe.state.TicTacToeTimers;
import org.apache.avro.specific.SpecificRecord;

/** What commands to a room and its timers cause. */
public final class TicTacToeDecider implements Decider<TicTacToeCommand, StateReader> {
    private final Handlers<Decision<StateReader>, Void> handlers = Handlers.<Decision<StateReader>, Void>of(
                    TicTacToeCommand.getClassSchema(), "payload")
            .on(CreateRoom.class, (decision, none, create) -> Rooms.create(decision, create))
            .on(JoinRoom.class, (decision, none, join) -> Rooms.join(decision, join))
            .on(LeaveRoom.class, (decision, none, leave) -> Rooms.leave(decision))
            .on(PlaceMark.class, (decision, none, place) -> Moves.place(decision, place))
            .on(Resign.class, (decision, none, resign) -> Rounds.resign(decision, resign))
            .on(OfferRematch.class, (decision, none, offer) -> Rematches.offer(decision, offer))
            .on(ClaimWin.class, (decision, none, claim) -> Presence.claim(decision, claim))
            .on(ReportPresence.class, (decision, none, report) -> Presence.report(decision, report))
            .ignore(Tick.class)
            .build();

    @Override
    public void decide(Decision<StateReader> decision, TicTacToeCommand command) {
        handlers.handle(decision, null, (SpecificRecord) command.getPayload());
    }

    @Override
    public void fire(Decision<StateReader> decision, TimerId timer) {
        switch (timer.kind()) {
            case TicTacToeTimers.EXPIRY -> Rooms.close(decision, RoomClosingReason.NOBODY_JOINED);
            case TicTacToeTimers.TURN -> Rounds.timeOut(decision);
            case TicTacToeTimers.CLOSING -> Rooms.close(decision, RoomClosingReason.NO_REMATCH);
            default ->
                throw new IllegalStateException("A timer of a kind that a newer build has written: %s of %s"
                        .formatted(timer, decision.aggregateId()));
        }
    }
}
