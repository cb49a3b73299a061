package dungeon.players.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.arena.SmallMaps;
import dungeon.schemas.Event;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.json.JsonWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private final List<Event> game = SmallMaps.matchOfTheHouse(Duration.ofMinutes(1), 1);

    @Test
    void readsWhatTheQueriesWrite() {
        assertThat(game).hasSizeGreaterThan(200);
        for (Event event : game) {
            assertThat(EventJson.read(JsonWriter.flat(event))).contains(event);
        }
    }

    @Test
    void leavesOutWhatANewerPlatformAdds() {
        ObjectNode json = JsonWriter.flat(game.get(2)).put("newField", 1);
        assertThat(EventJson.read(json)).contains(game.get(2));
    }

    @Test
    void leavesOutWhatANewerPlatformAddsToARecordInside() {
        Event moved = first(RobotMoved.class);
        ObjectNode json = JsonWriter.flat(moved);
        ((ObjectNode) json.get("condition")).put("mood", "good");
        assertThat(EventJson.read(json)).contains(moved);
    }

    @Test
    void passesOverAnEventWithAValueThatOnlyANewerPlatformKnows() {
        ObjectNode json = JsonWriter.flat(first(MiningStarted.class)).put("resource", "ANTIMATTER");
        assertThat(EventJson.read(json)).isEmpty();
    }

    private Event first(Class<?> payload) {
        return game.stream()
                .filter(event -> payload.isInstance(event.getPayload()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void passesOverEventsThatOnlyANewerPlatformKnows() {
        ObjectNode json = JsonWriter.flat(game.get(2)).put("type", "SomethingNew");
        assertThat(EventJson.read(json)).isEmpty();
    }

    @Test
    void saysWhatItCannotRead() {
        ObjectNode json = JsonWriter.flat(game.get(2));
        json.remove("type");
        assertThatThrownBy(() -> EventJson.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This is no event: {");
    }
}
