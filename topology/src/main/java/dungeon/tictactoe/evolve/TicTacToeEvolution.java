package dungeon.tictactoe.evolve;

import static dungeon.tictactoe.state.TicTacToeTables.ROOMS;

import dungeon.platform.core.state.Evolver;
import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Handlers;
import dungeon.schemas.state.Room;
import dungeon.schemas.state.Seat;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.MarkPlaced;
import dungeon.schemas.tictactoe.PlayerGone;
import dungeon.schemas.tictactoe.PlayerReturned;
import dungeon.schemas.tictactoe.PlayerSeated;
import dungeon.schemas.tictactoe.RematchOffered;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoomCreated;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.RoomState;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.schemas.tictactoe.RoundStarted;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.tictactoe.state.Board;
import dungeon.tictactoe.state.RoomIds;
import dungeon.tictactoe.state.TicTacToeTimers;
import dungeon.tictactoe.state.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/** What each event does to a room. */
public final class TicTacToeEvolution {
    private static final Handlers<StateChanges, EventMetadata> HANDLERS = Handlers.<StateChanges, EventMetadata>of(
                    TicTacToeEvent.getClassSchema(), "payload")
            .on(RoomCreated.class, TicTacToeEvolution::created)
            .on(PlayerSeated.class, TicTacToeEvolution::seated)
            .on(RoundStarted.class, TicTacToeEvolution::started)
            .on(MarkPlaced.class, TicTacToeEvolution::placed)
            .on(RoundEnded.class, TicTacToeEvolution::ended)
            .on(RematchOffered.class, TicTacToeEvolution::offered)
            .on(PlayerGone.class, TicTacToeEvolution::gone)
            .on(PlayerReturned.class, TicTacToeEvolution::returned)
            .on(RoomClosed.class, TicTacToeEvolution::closed)
            .ignore(CommandRejected.class)
            .build();

    /** Throws on an event that it does not know. */
    public static final Evolver EVOLVER = HANDLERS::handle;

    private TicTacToeEvolution() {}

    private static void created(StateChanges state, EventMetadata event, RoomCreated created) {
        Room room = new Room();
        room.setSequence(event.sequence());
        room.setState(RoomState.WAITING);
        room.setPlan(created.getPlan());
        room.setRequestedBy(created.getRequestedBy());
        room.setRequestedWith(created.getRequestedWith());
        room.setSeats(List.of(seat(created.getPlayer())));
        room.setCells(Board.EMPTY);
        state.put(ROOMS, room);
        state.setTimer(TicTacToeTimers.expiry(), created.getExpiresAt().toEpochMilli());
    }

    private static void seated(StateChanges state, EventMetadata event, PlayerSeated seated) {
        state.change(ROOMS, null, room -> {
            List<Seat> seats = new ArrayList<>(room.getSeats());
            seats.add(seat(seated.getPlayer()));
            room.setSeats(seats);
        });
        state.cancelTimer(TicTacToeTimers.expiry());
    }

    private static Seat seat(RoomPlayer player) {
        return new Seat(player.getPlayerId(), player.getPlayerName(), 0, 0L, false, null, 0);
    }

    private static void started(StateChanges state, EventMetadata event, RoundStarted started) {
        state.change(ROOMS, null, room -> {
            room.setState(RoomState.PLAYING);
            room.setRound(started.getRound());
            room.setMove(1);
            room.setCells(Board.EMPTY);
            room.setXSeat(Turns.seatOf(room, started.getXPlayerId()));
            room.setTurnBeganAtMs(event.timeMs());
            room.setRoundBeganAtMs(event.timeMs());
            changeSeats(room, (seat, number) -> {
                seat.setRemainingMs(started.getRemainingMs());
                seat.setWantsRematch(false);
            });
        });
        state.cancelTimer(TicTacToeTimers.closing());
        state.setTimer(TicTacToeTimers.turn(), started.getDeadline().toEpochMilli());
    }

    private static void placed(StateChanges state, EventMetadata event, MarkPlaced placed) {
        state.change(ROOMS, null, room -> {
            changeSeat(room, event.playerId(), seat -> seat.setRemainingMs(placed.getRemainingMs()));
            room.setCells(Board.with(room.getCells(), placed.getCell(), placed.getMark()));
            room.setMove(placed.getMove() + 1);
            room.setTurnBeganAtMs(event.timeMs());
        });
        if (placed.getDeadline() == null) {
            state.cancelTimer(TicTacToeTimers.turn());
        } else {
            state.setTimer(TicTacToeTimers.turn(), placed.getDeadline().toEpochMilli());
        }
    }

    private static void ended(StateChanges state, EventMetadata event, RoundEnded ended) {
        state.change(ROOMS, null, room -> {
            room.setState(RoomState.OVER);
            changeSeats(room, (seat, number) -> seat.setWins(ended.getWins().get(number)));
        });
        state.cancelTimer(TicTacToeTimers.turn());
        state.setTimer(TicTacToeTimers.closing(), ended.getClosesAt().toEpochMilli());
    }

    private static void offered(StateChanges state, EventMetadata event, RematchOffered offered) {
        state.change(ROOMS, null, room -> changeSeat(room, event.playerId(), seat -> seat.setWantsRematch(true)));
    }

    private static void gone(StateChanges state, EventMetadata event, PlayerGone gone) {
        state.change(
                ROOMS,
                null,
                room -> changeSeat(room, event.playerId(), seat -> {
                    seat.setDepartures(seat.getDepartures() + 1);
                    seat.setClaimableAtMs(gone.getClaimableAt().toEpochMilli());
                }));
    }

    private static void returned(StateChanges state, EventMetadata event, PlayerReturned returned) {
        state.change(ROOMS, null, room -> changeSeat(room, event.playerId(), seat -> seat.setClaimableAtMs(null)));
    }

    private static void closed(StateChanges state, EventMetadata event, RoomClosed closed) {
        state.closeAndForget(RoomIds.rememberedUntilMs(event.aggregateId()));
    }

    private static void changeSeat(Room room, String playerId, Consumer<Seat> change) {
        int wanted = Turns.seatOf(room, playerId);
        changeSeats(room, (seat, number) -> {
            if (number == wanted) {
                change.accept(seat);
            }
        });
    }

    /** Nested records are shared with the room before, so copies of them are changed. */
    private static void changeSeats(Room room, ObjIntConsumer<Seat> change) {
        List<Seat> seats = new ArrayList<>();
        for (Seat before : room.getSeats()) {
            Seat seat = Seat.newBuilder(before).build();
            change.accept(seat, seats.size());
            seats.add(seat);
        }
        room.setSeats(seats);
    }
}
