package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Area;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Gravity;
import dungeon.schemas.GravityLayer;
import dungeon.schemas.MapType;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Rules;
import dungeon.schemas.Tile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sender's own schema can make a short record of a command whose event would be too long to be written. */
class ShortRecordTest {
    private static final int LAYERS = 100;
    private static final int PARTS = 900;

    @TempDir
    Path stateDir;

    @Test
    void rejectsACommandThatIsTooLongOnceItIsWrittenOurWay() throws IOException {
        Area part = new Area(false, List.of(new Tile(0, 0)), null, null, null);
        MapType map = TopologyFixture.exampleMap();
        // Its areas have other forms, and the check of the length comes before that of the map.
        map.setStructure(List.of());
        map.setContents(List.of());
        map.setGravity(Collections.nCopies(LAYERS, new GravityLayer(Collections.nCopies(PARTS, part), Gravity.LIGHT)));
        Rules rules = Rules.newBuilder().build();
        // Avro refuses a list that claims more, in our schema, than the bytes up to the record's end can hold.
        rules.setMiningUnits(Collections.nCopies(10 * PARTS, 1));
        CreateGame create =
                new CreateGame(map, rules, 2, 600_000L, ByteBuffer.wrap(new byte[32]), null, null, null, null);
        try (TopologyFixture fixture = new TopologyFixture(stateDir)) {
            Command command = fixture.command(null, create, 0);
            byte[] shortRecord = fixture.bytes(command, withAreasOfTilesOnly());
            assertThat(shortRecord).hasSizeLessThan(400_000);
            fixture.sendRaw(
                    TopologyFixture.key(command.getGameId()),
                    shortRecord,
                    fixture.tokens.administrator(),
                    TopologyFixture.START);
            assertThat(fixture.events())
                    .singleElement()
                    .satisfies(event -> assertThat(((CommandRejected) event.getPayload()).getCode())
                            .isEqualTo(RejectionCode.MALFORMED));
        }
    }

    private static Schema withAreasOfTilesOnly() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Command.getClassSchema().toString());
        reduceAreas(schema);
        return new Schema.Parser().parse(schema.toString());
    }

    private static void reduceAreas(JsonNode node) {
        if (node.path("name").asText().equals("Area")) {
            reduce((ArrayNode) node.get("fields"));
        } else {
            node.forEach(ShortRecordTest::reduceAreas);
        }
    }

    private static void reduce(ArrayNode fields) {
        for (JsonNode field : fields.deepCopy()) {
            if (field.path("name").asText().equals("tiles")) {
                ObjectNode tiles = (ObjectNode) field;
                tiles.set("type", tiles.get("type").get(1));
                tiles.remove("default");
                fields.removeAll().add(tiles);
            }
        }
    }
}
