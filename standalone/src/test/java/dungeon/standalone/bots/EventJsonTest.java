package dungeon.standalone.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Event;
import dungeon.schemas.json.JsonWriter;
import dungeon.standalone.tournament.SmallMaps;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private final List<Event> game = SmallMaps.matchOfAllTempers(Duration.ofMinutes(1), 1);

    @Test
    void readsWhatTheQueriesWrite() {
        assertThat(game).hasSizeGreaterThan(200);
        for (Event event : game) {
            assertThat(EventJson.read(JsonWriter.flat(event))).isEqualTo(event);
        }
    }

    @Test
    void leavesOutWhatANewerPlatformAdds() {
        ObjectNode json = JsonWriter.flat(game.get(2)).put("newField", 1);
        assertThat(EventJson.read(json)).isEqualTo(game.get(2));
    }

    @Test
    void saysWhatItCannotRead() {
        ObjectNode json = JsonWriter.flat(game.get(2)).put("type", "SomethingNew");
        assertThatThrownBy(() -> EventJson.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no event 'SomethingNew'");
    }
}
