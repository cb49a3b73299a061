package dungeon.app;

import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.RelayPolicy;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.RoomGranted;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.RoomPlayer;
import java.util.List;

/** From the lobby to tic-tac-toe: a room that was granted is opened. */
final class GrantedRooms implements RelayPolicy<LobbyEvent> {
    @Override
    public List<Outgoing> commandsFor(LobbyEvent event) {
        if (!(event.getPayload() instanceof RoomGranted granted)) {
            return List.of();
        }
        RoomPlayer player = new RoomPlayer(Ids.nameBased(event.getSubject()), granted.getPlayerName());
        return List.of(new Outgoing(
                granted.getRoomId(), new CreateRoom(List.of(player), granted.getPlan(), event.getSubject())));
    }
}
