package dungeon.queries;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.tictactoe.LeaveRoom;
import dungeon.schemas.tictactoe.PlaceMark;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.tictactoe.TicTacToeContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A room of Ann, decided by the rules; each command comes a second after the one before it. */
public final class TestRoom {
    public static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
    public static final RoomPlayer ANN = new RoomPlayer("a0000000-0000-3000-8000-000000000001", "Ann");
    public static final RoomPlayer BOB = new RoomPlayer("b0000000-0000-3000-8000-000000000002", "Bob");

    private final String roomId;
    private final InMemoryAggregate<TicTacToeCommand, TicTacToeEvent> room;
    private final List<TicTacToeEvent> events = new ArrayList<>();
    private int commands;

    private TestRoom(String name) {
        roomId = Ids.timed(START.toEpochMilli(), name);
        room = TicTacToeContext.inMemory(roomId);
    }

    /** A room in which Ann waits, and will have 20 s for a move and a minute for a round. */
    public static TestRoom waiting(String name) {
        TestRoom room = new TestRoom(name);
        room.send(
                Principal.administrator(),
                new CreateRoom(
                        List.of(ANN), new RoomPlan(Opponent.PERSON, null, Mark.X, 20_000L, 60_000L), null, null));
        return room;
    }

    public TestRoom joined() {
        return send(BOB, new JoinRoom(BOB.getPlayerName(), null));
    }

    public TestRoom placed(RoomPlayer player, int move, int cell) {
        return send(player, new PlaceMark(1, move, cell));
    }

    public TestRoom left(RoomPlayer player) {
        return send(player, new LeaveRoom());
    }

    public TestRoom gone(RoomPlayer player) {
        return send(Principal.service("queries"), new ReportPresence(player.getPlayerId(), false));
    }

    public TestRoom back(RoomPlayer player) {
        return send(Principal.service("queries"), new ReportPresence(player.getPlayerId(), true));
    }

    public String roomId() {
        return roomId;
    }

    /** All that has happened. */
    public List<TicTacToeEvent> events() {
        return List.copyOf(events);
    }

    private TestRoom send(RoomPlayer player, SpecificRecord order) {
        return send(Principal.player(player.getPlayerId(), player.getPlayerName()), order);
    }

    private TestRoom send(Principal sender, SpecificRecord order) {
        Instant now = START.plusSeconds(commands);
        commands++;
        room.handle(
                new TicTacToeCommand(Ids.numbered("command", commands), now, roomId, sender.playerId(), order),
                new CommandMetadata(sender, now.toEpochMilli(), 100),
                events::addAll);
        return this;
    }
}
