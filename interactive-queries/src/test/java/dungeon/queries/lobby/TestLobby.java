package dungeon.queries.lobby;

import dungeon.platform.envelope.Ids;
import dungeon.queries.TestGame;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RejectionCode;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A lobby with a player and a map type. */
public final class TestLobby {
    public static final String PLAYER_ID = Ids.nameBased("player:anna");
    public static final String MAP_TYPE_ID = TestGame.MAP_TYPE_ID;
    public static final Instant AT = Instant.parse("2026-05-01T11:00:00Z");

    private TestLobby() {}

    public static LobbyView view() {
        LobbyView view = new LobbyView();
        events().forEach(view::fold);
        return view;
    }

    static List<LobbyEvent> events() {
        String player = "player:anna";
        String mapType = "map-type:" + MAP_TYPE_ID;
        return List.of(
                event(player, 1, new PlayerRegistered(PLAYER_ID, "Anna")),
                event(mapType, 1, new MapTypeCreated(MAP_TYPE_ID, TestGame.exampleMap())),
                event(player, 2, new CommandRejected(RejectionCode.NAME_TAKEN, "taken", List.of())),
                event("player:x", 0, new CommandRejected(RejectionCode.MALFORMED, "too short", List.of())));
    }

    private static LobbyEvent event(String subject, long sequence, SpecificRecord payload) {
        return new LobbyEvent(subject, sequence, AT, null, PLAYER_ID, 0, payload);
    }
}
