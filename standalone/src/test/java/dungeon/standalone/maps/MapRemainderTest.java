package dungeon.standalone.maps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.json.JsonFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapRemainderTest {
    private final ObjectNode map =
            json("{'name': 5, 'a/b': 1, 'width': 3, 'gravity': [0, 1, 2, 3], 'contents': {'x': 1}}");
    private final MapRemainder remainder = new MapRemainder(map);

    @Test
    void dropsFaultyEntriesAndFieldsAndKeepsTheWhole() {
        ObjectNode before = map.deepCopy();

        assertThat(remainder.drop(List.of(
                        fault("/gravity/0/area"),
                        fault("/gravity/2"),
                        fault("/gravity/2/level"),
                        fault("/name"),
                        fault("/a~1b"),
                        fault("/contents/area"))))
                .isTrue();

        assertThat(remainder.json()).isEqualTo(json("{'name': 'nameless', 'width': 3, 'gravity': [1, 3]}"));
        assertThat(map).isEqualTo(before);
    }

    @Test
    void knowsWhereTheRestWasBefore() {
        assertThat(remainder.drop(List.of(fault("/gravity/0")))).isTrue();
        assertThat(remainder.inWhole(fault("/gravity/1/area/tiles/7"))).isEqualTo(fault("/gravity/2/area/tiles/7"));
        assertThat(remainder.drop(List.of(fault("/gravity/1")))).isTrue();
        assertThat(remainder.inWhole(fault("/gravity/1"))).isEqualTo(fault("/gravity/3"));
        assertThat(remainder.inWhole(fault("/gravity"))).isEqualTo(fault("/gravity"));
        assertThat(remainder.inWhole(fault("/width"))).isEqualTo(fault("/width"));
    }

    @Test
    void nothingToDrawIsLeftWithoutASizeOrAGravity() {
        for (String pointer : List.of("/width", "/height", "/defaultGravity", "")) {
            assertThat(new MapRemainder(map).drop(List.of(fault(pointer)))).isFalse();
        }
    }

    private static JsonFault fault(String pointer) {
        return new JsonFault(pointer, "is wrong");
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
