package dungeon.schemas.json;

import static dungeon.schemas.json.Json.assertFaults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Area;
import dungeon.schemas.Condition;
import dungeon.schemas.CreateGame;
import dungeon.schemas.GameStarted;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void timesAreKeptToTheMillisecondAsOnTheWire() throws JsonFaultsException {
        GameStarted started = JsonReader.read(
                Json.of("{'startedAt':'2026-01-31T12:00:00.123456789Z','endsAt':'2026-01-31T14:00:00+02:00'}"),
                GameStarted.class);
        assertThat(started)
                .isEqualTo(new GameStarted(
                        Instant.parse("2026-01-31T12:00:00.123Z"), Instant.parse("2026-01-31T12:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "''", "'yesterday'", "'2026-01-31'", "'+1000000000-12-31T23:59:59Z'", "{}"})
    void refusesWhatIsNoTime(String time) {
        assertFaults(GameStarted.class, "{'startedAt':" + time + ",'endsAt':'2026-01-31T12:00:00Z'}")
                .containsExactly("/startedAt: must be a time such as 2026-01-31T12:00:00.000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "'%'", "{}", "[]", "true"})
    void refusesWhatIsNoBase64(String seed) {
        assertFaults(
                        CreateGame.class,
                        "{'map':{'name':'m','width':2,'height':2,'defaultGravity':'LIGHT'},'rules':{},'participantLimit':1,'durationMs':1,'seed':"
                                + seed + "}")
                .containsExactly("/seed: must be Base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "'x'", "true"})
    void refusesWhatIsNoObject(String json) {
        assertFaults(StartGame.class, json).containsExactly(": must be an object with the fields of StartGame");
    }

    @Test
    void whatTheWriterLeavesOutHasNoValue() throws JsonFaultsException {
        Condition condition = new Condition(new Tile(3, 4), 10, 0, 17, 0, Instant.EPOCH, Instant.EPOCH, 0, null);

        assertThat(JsonReader.read(JsonWriter.write(condition), Condition.class))
                .isEqualTo(condition);
    }

    @Test
    void aListIsNoRecordUnlessItIsAPair() throws JsonFaultsException {
        assertFaults(StartGame.class, "[]").containsExactly(": must be an object with the fields of StartGame");
        assertThat(JsonReader.read(Json.of("[1,2]"), Tile.class)).isEqualTo(new Tile(1, 2));
        assertFaults(Tile.class, "[1,2,3]").containsExactly(": must be a pair of numbers");
        assertFaults(Tile.class, "[null,'2']")
                .containsExactly("/0: must be a whole number of 32 bits", "/1: must be a whole number of 32 bits");
    }

    @Test
    void whatIsNullIsLeftOut() throws JsonFaultsException {
        assertFaults(GameStarted.class, "{'startedAt':null,'endsAt':'2026-01-31T12:00:00Z'}")
                .containsExactly("/startedAt: is missing");
        assertThat(JsonReader.readOver(Json.of("{'x':null,'y':7}"), Tile.class, new Tile(5, 6)))
                .isEqualTo(new Tile(5, 7));
    }

    @Test
    void aWholeNumberMayHaveAFractionOfNothing() throws JsonFaultsException {
        assertThat(JsonReader.read(Json.of("{'x':1.0,'y':2e1}"), Tile.class)).isEqualTo(new Tile(1, 20));
        assertFaults(Tile.class, "{'x':1.5,'y':1e10}")
                .containsExactly("/x: must be a whole number of 32 bits", "/y: must be a whole number of 32 bits");
    }

    @Test
    void namesAHundredFaultsAndSaysHowManyThereAre() {
        String list = "'a',".repeat(400) + "'a'";
        assertThatThrownBy(() -> JsonReader.read(Json.of("{'tiles':[" + list + "]}"), Area.class))
                .isInstanceOfSatisfying(JsonFaultsException.class, e -> {
                    assertThat(e.faults()).hasSize(100);
                    assertThat(e.count()).isEqualTo(401);
                })
                .hasMessageEndingWith("; and 301 more");
    }

    @Test
    void theMessageNamesEveryFault() {
        try {
            JsonReader.read(Json.of("{'x':1.5,'z':0}"), Tile.class);
        } catch (JsonFaultsException e) {
            assertThat(e).hasMessage("/x: must be a whole number of 32 bits; /y: is missing; /z: is no field of Tile");
            return;
        }
        throw new AssertionError("No fault was found");
    }
}
