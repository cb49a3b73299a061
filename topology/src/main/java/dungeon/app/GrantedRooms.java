package dungeon.app;

import dungeon.platform.envelope.Ids;
import dungeon.platform.streams.RelayPolicy;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MatchRoomRequested;
import dungeon.schemas.OpponentSearch;
import dungeon.schemas.RoomGranted;
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.RoomPlayer;
import java.util.List;

/** From the lobby to tic-tac-toe: a room that was granted, or that two who were matched need, is opened. */
final class GrantedRooms implements RelayPolicy<LobbyEvent> {
    @Override
    public List<Outgoing> commandsFor(LobbyEvent event) {
        if (event.getPayload() instanceof RoomGranted granted) {
            RoomPlayer player = playerOf(event, granted.getPlayerName());
            return List.of(new Outgoing(
                    granted.getRoomId(), new CreateRoom(List.of(player), granted.getPlan(), event.getSubject(), null)));
        }
        if (event.getPayload() instanceof MatchRoomRequested requested) {
            return List.of(new Outgoing(requested.getRoomId(), roomOf(event, requested)));
        }
        return List.of();
    }

    private static CreateRoom roomOf(LobbyEvent event, MatchRoomRequested requested) {
        RoomPlayer host = playerOf(event, requested.getPlayerName());
        OpponentSearch opponent = requested.getOpponent();
        if (opponent == null) {
            return new CreateRoom(List.of(host), requested.getPlan(), event.getSubject(), null);
        }
        RoomPlayer guest = new RoomPlayer(opponent.getPlayerId(), opponent.getPlayerName());
        return new CreateRoom(List.of(host, guest), requested.getPlan(), event.getSubject(), opponent.getSubject());
    }

    private static RoomPlayer playerOf(LobbyEvent event, String playerName) {
        return new RoomPlayer(Ids.nameBased(event.getSubject()), playerName);
    }
}
