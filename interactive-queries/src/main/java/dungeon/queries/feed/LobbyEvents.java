package dungeon.queries.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.GameStarted;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.json.JsonWriter;
import java.util.Optional;
import java.util.Set;

/** The events of games that the lobby is about, without what is large in them. */
final class LobbyEvents {
    private static final Set<Class<?>> TYPES = Set.of(
            GameCreated.class,
            GameStarted.class,
            GameEnded.class,
            GamePurged.class,
            PlayerJoined.class,
            PlayerEliminated.class);

    /** A map can have half a megabyte; the seed is for those who check the game. */
    private static final Set<String> LEFT_OUT = Set.of("map", "rules", "seed");

    private LobbyEvents() {}

    /** An event as the lobby's feed has it; empty for one that it has not. */
    static Optional<String> jsonOf(Event event) {
        if (!TYPES.contains(event.getPayload().getClass())) {
            return Optional.empty();
        }
        ObjectNode json = JsonWriter.flat(event, LEFT_OUT);
        if (event.getPayload() instanceof GameCreated created) {
            json.put("mapName", created.getMap().getName());
            json.put("width", created.getMap().getWidth());
            json.put("height", created.getMap().getHeight());
        }
        return Optional.of(json.toString());
    }
}
