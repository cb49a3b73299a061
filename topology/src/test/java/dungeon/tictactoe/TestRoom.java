package dungeon.tictactoe;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.Tick;
import dungeon.schemas.state.Room;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.tictactoe.state.TicTacToeTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A room in memory, with the time and the players of a test. Each command comes at {@link #nowMs}. */
final class TestRoom {
    static final long START_MS = Instant.parse("2026-11-30T12:00:00Z").toEpochMilli();
    static final String ID = Ids.timed(START_MS, "a room");
    static final RoomPlayer ANN = new RoomPlayer(Ids.nameBased("player:ann"), "Ann");
    static final RoomPlayer BOB = new RoomPlayer(Ids.nameBased("player:bob"), "Bob");
    static final RoomPlayer EVE = new RoomPlayer(Ids.nameBased("player:eve"), "Eve");
    static final long MOVE_MS = 20_000;
    static final long ROUND_MS = 60_000;

    private final InMemoryAggregate<TicTacToeCommand, TicTacToeEvent> room = TicTacToeContext.inMemory(ID);
    private final List<TicTacToeEvent> log = new ArrayList<>();
    private int commands;
    long nowMs = START_MS;

    /** Whoever opens the room plays X. */
    static RoomPlan plan() {
        return new RoomPlan(Opponent.PERSON, null, Mark.X, MOVE_MS, ROUND_MS);
    }

    /** Ann opens the room. */
    static CreateRoom creation() {
        return new CreateRoom(List.of(ANN), plan(), null, null);
    }

    /** A room in which Ann waits. */
    static TestRoom waiting() {
        TestRoom room = new TestRoom();
        room.send(Principal.administrator(), creation());
        return room;
    }

    /** A room in which Ann, who plays X, has to move. */
    static TestRoom playing() {
        TestRoom room = waiting();
        room.send(BOB, new JoinRoom("Bob", null));
        return room;
    }

    /** Places marks in turn, a second after each other, from the first move of a round on. */
    TestRoom moves(int round, RoomPlayer first, int... cells) {
        RoomPlayer second = first.equals(ANN) ? BOB : ANN;
        for (int i = 0; i < cells.length; i++) {
            nowMs += 1000;
            send(i % 2 == 0 ? first : second, new PlaceMark(round, i + 1, cells[i]));
        }
        return this;
    }

    List<SpecificRecord> send(RoomPlayer player, SpecificRecord order) {
        return send(Principal.player(player.getPlayerId(), player.getPlayerName()), order);
    }

    List<SpecificRecord> send(Principal sender, SpecificRecord order) {
        return send(
                new TicTacToeCommand(
                        Ids.numbered("command", ++commands), Instant.ofEpochMilli(nowMs), ID, sender.playerId(), order),
                sender);
    }

    List<SpecificRecord> send(TicTacToeCommand command, Principal sender) {
        int before = log.size();
        room.handle(command, new CommandMetadata(sender, nowMs, 100), log::addAll);
        return log.subList(before, log.size()).stream()
                .map(event -> (SpecificRecord) event.getPayload())
                .toList();
    }

    /** Lets time pass, and gives what came of it. */
    List<SpecificRecord> pass(long ms) {
        nowMs += ms;
        return send(Principal.unknown("no token"), new Tick());
    }

    RoomRejectionCode code(RoomPlayer player, SpecificRecord order) {
        return codeOf(send(player, order));
    }

    RoomRejectionCode code(Principal sender, SpecificRecord order) {
        return codeOf(send(sender, order));
    }

    private static RoomRejectionCode codeOf(List<SpecificRecord> outcome) {
        return ((CommandRejected) outcome.get(0)).getCode();
    }

    Instant at(long msFromNow) {
        return Instant.ofEpochMilli(nowMs + msFromNow);
    }

    Room state() {
        return room.state().load(TicTacToeTables.ROOMS, null);
    }

    List<TicTacToeEvent> log() {
        return log;
    }

    InMemoryAggregate<TicTacToeCommand, TicTacToeEvent> aggregate() {
        return room;
    }
}
