package dungeon.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.json.JsonWriter;
import dungeon.schemas.serde.AvroSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventRowTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GAME_ID = "01981b4e-1111-7000-8000-000000000001";
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.250Z");

    private final EventSamples samples = new EventSamples();
    private final AvroSerializer<Event> serializer = new AvroSerializer<>();
    private final EventRow<SinkRecord> rows = new EventRow<>();

    @BeforeEach
    void configure() {
        serializer.configure(samples.registry.clientConfig(), false);
        rows.configure(Map.of());
    }

    @AfterEach
    void close() {
        samples.close();
    }

    @Test
    void anEventBecomesAFlatRowUnderItsSequence() {
        Event event = new Event(GAME_ID, 7L, TIME, "c1", null, 2, new GamePurged());
        SinkRecord row = rows.apply(record(event, 3, 40));
        assertThat(row.topic()).isEqualTo("events");
        assertThat(row.originalTopic()).isEqualTo(EventSamples.TOPIC);
        assertThat(fields(row.key())).containsExactly("game_id=" + GAME_ID, "sequence=7");
        assertThat(fields(row.value()))
                .containsExactly(
                        "game_id=" + GAME_ID,
                        "sequence=7",
                        "time=2026-01-31T12:00:00.250Z",
                        "type=GamePurged",
                        "command_id=c1",
                        "player_id=null",
                        "remaining=2",
                        "payload={}");
        Schema schema = row.valueSchema();
        assertThat(schema.field("game_id").schema().name()).isEqualTo("io.debezium.data.Uuid");
        assertThat(schema.field("time").schema().name()).isEqualTo("io.debezium.time.ZonedTimestamp");
        assertThat(schema.field("payload").schema().name()).isEqualTo("io.debezium.data.Json");
    }

    @Test
    void thePayloadOfEachTypeIsTheJsonOfTheStreams() throws IOException {
        Set<String> types = new HashSet<>();
        for (EventSamples.Sample<Event> sample : samples.of(Event.class)) {
            SpecificRecord payload = (SpecificRecord) sample.event().getPayload();
            Struct row =
                    (Struct) rows.apply(samples.record(sample.bytes(), 0, 0)).value();
            assertThat(row.getString("type")).isEqualTo(payload.getSchema().getName());
            assertThat(JSON.readTree(row.getString("payload"))).isEqualTo(JsonWriter.write(payload));
            types.add(row.getString("type"));
        }
        assertThat(types)
                .hasSize(Event.getClassSchema()
                        .getField("payload")
                        .schema()
                        .getTypes()
                        .size());
    }

    @Test
    void eventsOfTheLobbyAreKnownByTheirSubject() throws IOException {
        EventRow<SinkRecord> lobby = new EventRow<>();
        lobby.configure(Map.of(EventRow.ID_FIELD, "subject", EventRow.ID_IS_UUID, "false"));
        for (EventSamples.Sample<LobbyEvent> sample : samples.of(LobbyEvent.class)) {
            SpecificRecord payload = (SpecificRecord) sample.event().getPayload();
            Struct row =
                    (Struct) lobby.apply(samples.record(sample.bytes(), 0, 0)).value();
            assertThat(row.getString("subject")).isEqualTo(sample.event().getSubject());
            assertThat(row.schema().field("subject").schema().name()).isNull();
            assertThat(JSON.readTree(row.getString("payload"))).isEqualTo(JsonWriter.write(payload));
        }
    }

    @Test
    void rejectionsWithoutASequenceAreKnownByTheirPlaceInTheLog() {
        Event rejection = rejection("no game", "c1", "There is no such game");
        SinkRecord first = rows.apply(record(rejection, 3, 40));
        SinkRecord second = rows.apply(record(rejection, 3, 41));
        assertThat(first.topic()).isEqualTo("rejections");
        assertThat(fields(first.key())).containsExactly("kafka_partition=3", "kafka_offset=40");
        assertThat(fields(second.key())).containsExactly("kafka_partition=3", "kafka_offset=41");
        assertThat(fields(first.value()))
                .containsExactly(
                        "kafka_partition=3",
                        "kafka_offset=40",
                        "game_id=no game",
                        "time=2026-01-31T12:00:00.250Z",
                        "type=CommandRejected",
                        "command_id=c1",
                        "player_id=null",
                        "remaining=0",
                        "payload={\"code\":\"UNKNOWN_GAME\",\"message\":\"There is no such game\",\"details\":[]}");
        assertThat(first.valueSchema().field("game_id").schema().name())
                .as("whatever the sender wrote")
                .isNull();
    }

    /** Otherwise one player stops the history for all. */
    @Test
    void aCharacterZeroThatAPlayerSentIsReplacedBecausePostgresTakesNone() {
        Struct row = (Struct) rows.apply(record(rejection("a\0b", "c\0", "Not \0 a game"), 0, 0))
                .value();
        assertThat(row.getString("game_id")).isEqualTo("a\uFFFDb");
        assertThat(row.getString("command_id")).isEqualTo("c\uFFFD");
        assertThat(row.getString("payload")).contains("Not \uFFFD a game").doesNotContain("\\u0000");
    }

    @Test
    void rowsGoOnUnderTheNamesThatAreSet() {
        EventRow<SinkRecord> named = new EventRow<>();
        named.configure(Map.of(EventRow.EVENTS_TOPIC, "robots", EventRow.REJECTIONS_TOPIC, "refused"));
        assertThat(named.apply(record(new Event(GAME_ID, 1L, TIME, null, null, 0, new GamePurged()), 0, 0))
                        .topic())
                .isEqualTo("robots");
        assertThat(named.apply(record(rejection("g", "c", "m"), 0, 0)).topic()).isEqualTo("refused");
    }

    @Test
    void whatIsNoEventIsRefusedWithWhatToDo() {
        SinkRecord text = new SinkRecord("words", 0, null, null, Schema.STRING_SCHEMA, "hello", 0);
        assertThatThrownBy(() -> rows.apply(text))
                .isInstanceOf(DataException.class)
                .hasMessage("A record on words is no event; give the connector topics of events only, and the converter"
                        + " dungeon.connect.ConfluentAvroConverter");
    }

    @Test
    void aFieldThatNoEnvelopeHasIsNamed() {
        EventRow<SinkRecord> wrong = new EventRow<>();
        wrong.configure(Map.of(EventRow.ID_FIELD, "room"));
        SinkRecord event = record(rejection("g", "c", "m"), 0, 0);
        assertThatThrownBy(() -> wrong.apply(event))
                .isInstanceOf(DataException.class)
                .hasMessage("An event (dungeon.schemas.Event) has no field room");
    }

    @Test
    void rejectionsOfTopicsOfDifferentVersionsHaveDifferentPlaces() {
        SinkRecord first = record(rejection("no game", "c1", "There is no such game"), 3, 40);
        SinkRecord later = new SinkRecord(
                "dungeon.events.v2", 3, null, null, first.valueSchema(), first.value(), first.kafkaOffset());
        assertThat(fields(rows.apply(later).key())).containsExactly("kafka_partition=10003", "kafka_offset=40");
    }

    @Test
    void refusesAnEmptyName() {
        assertThatThrownBy(() -> new EventRow<SinkRecord>().configure(Map.of(EventRow.EVENTS_TOPIC, "")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("events.topic");
    }

    private SinkRecord record(Event event, int partition, long offset) {
        return samples.record(serializer.serialize(EventSamples.TOPIC, event), partition, offset);
    }

    private static Event rejection(String gameId, String commandId, String message) {
        return new Event(
                gameId,
                0L,
                TIME,
                commandId,
                null,
                0,
                new CommandRejected(RejectionCode.UNKNOWN_GAME, message, List.of()));
    }

    private static List<String> fields(Object struct) {
        Struct fields = (Struct) struct;
        return fields.schema().fields().stream()
                .map(field -> field.name() + "=" + fields.get(field))
                .toList();
    }
}
