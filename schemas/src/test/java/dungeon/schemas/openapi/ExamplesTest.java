package dungeon.schemas.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.schemas.Event;
import dungeon.schemas.json.CommandJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Class<? extends SpecificRecord>> commands() {
        return CommandJson.GAMES.types().values().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void givesOfEachCommandOneThatIsUnderstood(Class<? extends SpecificRecord> type) throws Exception {
        JsonNode example = JSON.valueToTree(Examples.of(SpecificData.get().getSchema(type)));
        assertThat(CommandJson.GAMES.payload(example)).isInstanceOf(type);
    }

    @Test
    void putsAnEnvelopeBesideItsPayload() {
        var payload = Event.getClassSchema().getField("payload").schema().getTypes().stream()
                .filter(schema -> schema.getName().equals("RobotMoved"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> example = Examples.flat(Event.getClassSchema(), payload);
        assertThat(example)
                .containsEntry("type", "RobotMoved")
                .containsEntry("sequence", 1)
                .doesNotContainKey("payload");
        assertThat(List.copyOf(example.keySet())).first().isEqualTo("type");
    }
}
