package dungeon.queries.lobby;

import dungeon.platform.envelope.Ids;
import dungeon.queries.TestGame;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RejectionCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A lobby with a player and a map type. */
public final class TestLobby {
    public static final String PLAYER_ID = Ids.nameBased("player:anna");
    public static final String MAP_TYPE_ID = TestGame.MAP_TYPE_ID;
    public static final Instant AT = Instant.parse("2026-05-01T11:00:00Z");

    private TestLobby() {}

    /** A view in a folder, with all of them. */
    public static LobbyView view(Path folder) {
        LobbyView view = LobbyView.open(folder, "test");
        fold(view, events());
        return view;
    }

    /** Adds a player to a view. */
    public static void register(LobbyView view, String playerId, String name) {
        view.fold(event("player:" + name, 1, new PlayerRegistered(playerId, name, null)), 1, 0);
    }

    /** Adds a map type to a view. */
    public static void store(LobbyView view, String mapTypeId) {
        view.fold(event("map-type:" + mapTypeId, 1, new MapTypeCreated(mapTypeId, TestGame.exampleMap(), null)), 2, 0);
    }

    static void fold(LobbyView view, List<LobbyEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            view.fold(events.get(i), 0, i);
        }
    }

    static List<LobbyEvent> events() {
        String player = "player:anna";
        String mapType = "map-type:" + MAP_TYPE_ID;
        return List.of(
                event(player, 1, new PlayerRegistered(PLAYER_ID, "Anna", null)),
                event(mapType, 1, new MapTypeCreated(MAP_TYPE_ID, TestGame.exampleMap(), null)),
                event(player, 2, new CommandRejected(RejectionCode.NAME_TAKEN, "taken", List.of())),
                event("player:x", 0, new CommandRejected(RejectionCode.MALFORMED, "too short", List.of())));
    }

    static LobbyEvent event(String subject, long sequence, SpecificRecord payload) {
        return new LobbyEvent(subject, sequence, AT, null, PLAYER_ID, 0, payload);
    }
}
