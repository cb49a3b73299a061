package dungeon.queries.asyncapi;

import static dungeon.queries.asyncapi.JsonSchemas.described;
import static dungeon.queries.asyncapi.JsonSchemas.require;

import dungeon.platform.asyncapi.AsyncApiDocument;
import dungeon.platform.asyncapi.AsyncApiMessage;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.GameStarted;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.openapi.Examples;
import dungeon.schemas.openapi.Types;
import dungeon.schemas.openapi.WireSchemas;
import dungeon.schemas.tictactoe.MarkPlaced;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The messages of the feeds: JSON objects, told apart by their {@code kind}. Their events are those of the REST interface. */
final class FeedMessages {
    static final String EVENT = "Event";
    static final String ROOM_EVENT = "TicTacToeEvent";
    static final String LOBBY_EVENT = "LobbyFeedEvent";

    private static final String KIND = "kind";
    private static final String TYPE = "type";

    /** What a listing of games is kept up to date by; the others stand in the feeds of the games. */
    private static final List<org.apache.avro.Schema> OF_THE_LOBBY = List.of(
            GameCreated.getClassSchema(),
            GameStarted.getClassSchema(),
            GameEnded.getClassSchema(),
            GamePurged.getClassSchema(),
            PlayerJoined.getClassSchema(),
            PlayerEliminated.getClassSchema());

    private final WireSchemas wire = new WireSchemas();
    private final Map<String, Schema<?>> components = new TreeMap<>();

    FeedMessages() {
        wire.flat(Event.getClassSchema());
        wire.flat(TicTacToeEvent.getClassSchema());
        lobbyEvents();
    }

    /** A kind of message in the making. */
    final class Kind {
        private final String component;
        private final String summary;
        private final Schema<Object> schema = Types.object();
        private final Map<String, Object> example = new LinkedHashMap<>();

        private Kind(String feed, String kind, String summary) {
            component = feed + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
            this.summary = summary;
            schema.setDescription(summary);
            with(KIND, Types.names(List.of(kind)), kind);
        }

        /** The message with one more field, and what an example has there. */
        Kind with(String name, Schema<Object> field, Object value) {
            require(schema, name, field);
            example.put(name, value);
            return this;
        }

        /** The message, whose schema becomes a component. */
        AsyncApiMessage message() {
            components.put(component, schema);
            return AsyncApiMessage.json(component, summary, JsonSchemas.node(Types.reference(component)))
                    .example((String) example.get(KIND), JsonSchemas.example(example));
        }
    }

    /**
     * Begins a message.
     *
     * @param feed the name of the feed, with which those of its components begin
     */
    Kind kind(String feed, String kind, String summary) {
        return new Kind(feed, kind, summary);
    }

    /** Adds the schemas of all messages, and of what they contain. */
    void addTo(AsyncApiDocument document) {
        Map<String, Schema<?>> all = new TreeMap<>(wire.components());
        all.putAll(components);
        all.forEach((name, schema) -> document.schema(name, JsonSchemas.node(schema)));
    }

    /** The names of all events that an envelope can have. */
    static List<String> eventTypes(org.apache.avro.Schema envelope) {
        return envelope.getField("payload").schema().getTypes().stream()
                .map(org.apache.avro.Schema::getName)
                .toList();
    }

    /** What an example has for the events of a game. */
    static List<?> exampleEvents() {
        return List.of(Examples.flat(Event.getClassSchema(), RobotMoved.getClassSchema()));
    }

    /** What an example has for the events of a room. */
    static List<?> exampleRoomEvents() {
        return List.of(Examples.flat(TicTacToeEvent.getClassSchema(), MarkPlaced.getClassSchema()));
    }

    /** What an example has for the events of the lobby. */
    static List<?> exampleLobbyEvents() {
        return List.of(Examples.flat(Event.getClassSchema(), GameStarted.getClassSchema()));
    }

    private void lobbyEvents() {
        Schema<Object> whole = new JsonSchema();
        whole.setDescription(
                "Something by which a list of games changes: some of the events of all games, the long ones shortened.");
        for (org.apache.avro.Schema payload : OF_THE_LOBBY) {
            String type = payload.getName();
            boolean shortened =
                    payload.equals(GameCreated.getClassSchema()) || payload.equals(GameEnded.getClassSchema());
            if (shortened) {
                components.put(type + LOBBY_EVENT, shortened(payload));
            }
            whole.addOneOfItem(Types.reference(type + (shortened ? LOBBY_EVENT : EVENT)));
        }
        components.put(LOBBY_EVENT, whole);
    }

    private Schema<Object> shortened(org.apache.avro.Schema payload) {
        Schema<Object> event = wire.flatFields(Event.getClassSchema(), payload);
        require(event, TYPE, Types.names(List.of(payload.getName())));
        for (String left : List.of("map", "rules", "seed")) {
            event.getProperties().remove(left);
            event.getRequired().remove(left);
        }
        if (payload.equals(GameCreated.getClassSchema())) {
            require(event, "mapName", described(Types.text(), "Name of the map type"));
            require(event, "width", described(Types.integer(), "Columns of the map"));
            require(event, "height", described(Types.integer(), "Rows of the map"));
        }
        return event;
    }
}
