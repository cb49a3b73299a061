package dungeon.app;

import dungeon.platform.streams.RelayPolicy;
import dungeon.schemas.ReportParticipation;
import dungeon.schemas.ReportRoom;
import dungeon.schemas.RoomReport;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.PlayerSeated;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoomCreated;
import dungeon.schemas.tictactoe.RoomRejectionCode;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** From tic-tac-toe to the lobby: what has become of the rooms that it asked for, and that guests play. */
final class ReportedRooms implements RelayPolicy<TicTacToeEvent> {
    @Override
    public List<Outgoing> commandsFor(TicTacToeEvent event) {
        Object payload = event.getPayload();
        if (payload instanceof RoomCreated created) {
            return report(event, RoomReport.OPENED, created.getRequestedBy(), created.getRequestedWith());
        }
        if (payload instanceof RoomClosed closed) {
            return report(event, RoomReport.CLOSED, closed.getRequestedBy(), closed.getRequestedWith());
        }
        // Every other refusal is of a room that is there.
        if (payload instanceof CommandRejected rejected && rejected.getCode() == RoomRejectionCode.NOT_TIMELY) {
            return report(event, RoomReport.REFUSED, RequestedBy.in(rejected.getDetails()));
        }
        // Whoever has opened a room is kept because of that.
        if (payload instanceof PlayerSeated seated
                && LobbySubjects.isGuestName(seated.getPlayer().getPlayerName())) {
            return List.of(new Outgoing(
                    LobbySubjects.ofPlayer(seated.getPlayer().getPlayerName()),
                    new ReportParticipation(event.getRoomId())));
        }
        return List.of();
    }

    private static List<Outgoing> report(TicTacToeEvent event, RoomReport report, String... subjects) {
        return Stream.of(subjects)
                .filter(Objects::nonNull)
                .map(subject -> new Outgoing(subject, new ReportRoom(event.getRoomId(), report)))
                .toList();
    }
}
