package dungeon.queries.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.queries.feed.FeedClose;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.identity.IdentityCommand;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.topics.AnalyticsTopics;
import dungeon.schemas.topics.StateTopics;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AsyncApiDocumentTest {
    private static final Map<String, Schema> ENVELOPES = Map.of(
            Topics.COMMANDS.name(), Command.getClassSchema(),
            Topics.EVENTS.name(), Event.getClassSchema(),
            Topics.LOBBY_COMMANDS.name(), LobbyCommand.getClassSchema(),
            Topics.LOBBY_EVENTS.name(), LobbyEvent.getClassSchema(),
            Topics.IDENTITY_COMMANDS.name(), IdentityCommand.getClassSchema(),
            Topics.IDENTITY_EVENTS.name(), IdentityEvent.getClassSchema());

    private static JsonNode document;
    private static final Map<String, JsonNode> CHANNELS_BY_ADDRESS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        document = new ObjectMapper().readTree(AsyncApiRoute.document());
        document.path("channels")
                .forEach(channel ->
                        CHANNELS_BY_ADDRESS.put(channel.path("address").asText(), channel));
        // For the checker of .ci/run.
        Files.writeString(Path.of("target", "asyncapi.json"), AsyncApiRoute.document());
    }

    @Test
    void isTheSameEachTime() {
        assertThat(AsyncApiRoute.document()).isEqualTo(AsyncApiRoute.document());
        // The settings of topics are in maps that are in another order in each run.
        List<String> settings = names(binding(Topics.COMMANDS).path("topicConfiguration"));
        assertThat(settings).isSorted().hasSizeGreaterThan(3);
    }

    @Test
    void hasEveryTopicAndEveryFeed() {
        List<String> addresses = new ArrayList<>(
                List.of("/games/{gameId}/feed", "/rooms/{roomId}/feed", "/lobby/feed", "/players/me/feed"));
        topics().map(Topic::name).forEach(addresses::add);

        assertThat(CHANNELS_BY_ADDRESS.keySet()).containsExactlyInAnyOrderElementsOf(addresses);
    }

    @Test
    void saysOfTopicsHowTheyAreKept() {
        assertThat(topics()).allSatisfy(topic -> {
            assertThat(binding(topic).path("topic").asText()).isEqualTo(topic.name());
            assertThat(binding(topic).path("partitions").asInt()).isEqualTo(Topics.PARTITIONS);
            assertThat(binding(topic).path("topicConfiguration").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(topic.config().keySet());
        });
        assertThat(description(Topics.COMMANDS)).contains("Key: the gameId", "murmur2", "Kept: 7 days");
        assertThat(description(Topics.EVENTS)).contains("Kept: for ever", "dungeon.events.v1-value");
        assertThat(description(StateTopics.ROBOTS))
                .contains("`gameId:robotId`", "murmur2 of the gameId alone", "Kept: the newest value");
    }

    @Test
    void givesOfEachKindOfRecordAnExampleThatAvroReads() {
        for (Topic<?> topic : topics().toList()) {
            for (JsonNode message : CHANNELS_BY_ADDRESS.get(topic.name()).path("messages")) {
                if (message.path("payload").has("schemaFormat")) {
                    Schema schema = new Schema.Parser()
                            .parse(message.path("payload").path("schema").toString());
                    assertThat(message.path("examples")).isNotEmpty().allSatisfy(example -> {
                        GenericRecord record = decode(schema, example.path("payload"));
                        assertThat(kindOf(record))
                                .isEqualTo(example.path("name").asText());
                    });
                }
            }
        }
        ENVELOPES.forEach((topic, schema) -> {
            JsonNode message =
                    CHANNELS_BY_ADDRESS.get(topic).path("messages").iterator().next();
            assertThat(message.path("payload").path("schema")).hasToString(schema.toString());
            List<String> kinds = new ArrayList<>(schema.getField("payload").schema().getTypes().stream()
                    .map(Schema::getName)
                    .toList());
            // It comes without the token that the others need.
            kinds.remove("Tick");
            assertThat(message.path("examples"))
                    .extracting(example -> example.path("name").asText())
                    .isEqualTo(kinds);
        });
    }

    @Test
    void asksForATokenWithCommandsAndSaysWhyOneIsADeadLetter() {
        JsonNode command =
                CHANNELS_BY_ADDRESS.get(Topics.COMMANDS.name()).path("messages").path("command");
        assertThat(command.path("headers").path("required").toString()).isEqualTo("[\"authorization\"]");
        assertThat(command.path("examples")
                        .path(0)
                        .path("headers")
                        .path("authorization")
                        .asText())
                .matches(command.path("headers")
                        .path("properties")
                        .path("authorization")
                        .path("pattern")
                        .asText());
        JsonNode headers = CHANNELS_BY_ADDRESS
                .get(Topics.DEAD_LETTERS.name())
                .path("messages")
                .path("deadLetter")
                .path("headers");
        assertThat(headers.path("properties").path("dungeon.dead-letter.reason").path("enum"))
                .hasSize(9);
    }

    @Test
    void hasEveryEventInTheFeedOfAGame() {
        List<String> types = Event.getClassSchema().getField("payload").schema().getTypes().stream()
                .map(Schema::getName)
                .toList();
        JsonNode query = CHANNELS_BY_ADDRESS
                .get("/games/{gameId}/feed")
                .path("bindings")
                .path("ws")
                .path("query")
                .path("properties");

        assertThat(query.fieldNames()).toIterable().containsExactly("from", "playerId", "robotId", "type");
        assertThat(query.path("type").path("items").path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(types);
        assertThat(schema("Event").path("oneOf").findValuesAsText("$ref"))
                .containsExactlyInAnyOrderElementsOf(types.stream()
                        .map(type -> "#/components/schemas/%sEvent".formatted(type))
                        .toList());
        assertThat(schema("GameFeedEvents")
                        .path("properties")
                        .path("events")
                        .path("items")
                        .path("$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Event");
    }

    @Test
    void shortensEventsInTheFeedOfTheLobby() {
        assertThat(schema("LobbyFeedEvent").path("oneOf").findValuesAsText("$ref"))
                .extracting(reference -> reference.replace("#/components/schemas/", ""))
                .containsExactly(
                        "GameCreatedLobbyFeedEvent",
                        "GameStartedEvent",
                        "GameEndedLobbyFeedEvent",
                        "GamePurgedEvent",
                        "PlayerJoinedEvent",
                        "PlayerEliminatedEvent");
        JsonNode created = schema("GameCreatedLobbyFeedEvent");
        assertThat(created.path("properties").fieldNames())
                .toIterable()
                .contains("type", "gameId", "mapName", "width", "height")
                .doesNotContain("map", "rules");
        assertThat(created.path("required").toString()).contains("\"mapName\"").doesNotContain("\"map\"");
        assertThat(schema("GameEndedLobbyFeedEvent").path("properties").has("seed"))
                .isFalse();
        assertThat(schema("GameEndedEvent").path("properties").has("seed")).isTrue();
    }

    @Test
    void saysWhyFeedsEnd() {
        TreeSet<Integer> named = new TreeSet<>();
        document.findValues("x-close-codes")
                .forEach(codes ->
                        codes.forEach(code -> named.add(code.path("code").asInt())));
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FeedClose.values())
                        .map(FeedClose::code)
                        .distinct()
                        .toList());
        assertThat(CHANNELS_BY_ADDRESS
                        .get("/players/me/feed")
                        .path("description")
                        .asText())
                .contains("| 4401 | UNAUTHENTICATED | There is no token, or it does not hold |");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references)
                .hasSizeGreaterThan(100)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void describesWhatStandsInBracesInAnAddress() {
        CHANNELS_BY_ADDRESS.forEach((address, channel) -> assertThat(names(channel.path("parameters")))
                .isEqualTo(Pattern.compile("\\{(\\w+)}")
                        .matcher(address)
                        .results()
                        .map(match -> match.group(1))
                        .toList()));
    }

    @Test
    void everyOperationIsOfTheApplication() {
        Map<String, String> actions = new TreeMap<>();
        JsonNode operations = document.path("operations");
        names(operations)
                .forEach(name ->
                        actions.put(name, operations.path(name).path("action").asText()));
        assertThat(actions)
                .containsEntry("receiveCommands", "receive")
                .containsEntry("receiveLobbyCommands", "receive")
                .containsEntry("receiveAuthentication", "receive")
                .containsEntry("sendEvents", "send")
                .containsEntry("sendGameFeed", "send");
    }

    private static Stream<Topic<?>> topics() {
        return Stream.of(Topics.ALL, StateTopics.ALL, AnalyticsTopics.ALL).flatMap(List::stream);
    }

    private static JsonNode binding(Topic<?> topic) {
        return CHANNELS_BY_ADDRESS.get(topic.name()).path("bindings").path("kafka");
    }

    private static String description(Topic<?> topic) {
        return CHANNELS_BY_ADDRESS.get(topic.name()).path("description").asText();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    private static GenericRecord decode(Schema schema, JsonNode json) throws IOException {
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().jsonDecoder(schema, json.toString()));
    }

    /** The name of the record in the envelope; of one that is no envelope, its own. */
    private static String kindOf(GenericRecord record) {
        return record.getSchema().getFields().stream()
                .filter(field -> field.schema().isUnion() && !field.schema().isNullable())
                .findFirst()
                .map(field ->
                        ((GenericRecord) record.get(field.pos())).getSchema().getName())
                .orElse(record.getSchema().getName());
    }
}
