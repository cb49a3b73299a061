package dungeon.queries.asyncapi;

import static dungeon.queries.asyncapi.JsonSchemas.described;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.asyncapi.AsyncApiChannel;
import dungeon.platform.asyncapi.AsyncApiDocument;
import dungeon.queries.feed.FeedClose;
import dungeon.schemas.Event;
import dungeon.schemas.openapi.Types;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The feeds over WebSocket, as channels: what can be asked for, what comes, and why a feed ends. */
final class FeedChannels {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PROTOCOL = "ws";
    private static final String BINDING_VERSION = "0.1.0";

    private static final String POSITION = "1204.0.77";

    private static final String GAMES = "games";
    private static final String NEXT = "next";
    private static final String POSITION_FIELD = "position";
    private static final String START = "start";
    private static final String EVENTS = "events";
    private static final String ALIVE = "alive";
    private static final String AUTHENTICATE = "authenticate";
    private static final String PROBLEM = "problem";

    private static final String SEVERAL = "with commas between them or given several times";

    private static final String NOTHING_NEW = "Nothing new; the connection lives.";

    private final AsyncApiDocument document;
    private final FeedMessages messages = new FeedMessages();

    private FeedChannels(AsyncApiDocument document) {
        this.document = document;
    }

    /** Adds all feeds. */
    static void addTo(AsyncApiDocument document) {
        FeedChannels channels = new FeedChannels(document);
        channels.ofAGame();
        channels.ofARoom();
        channels.ofTheLobby();
        channels.ofAPlayer();
        channels.messages.addTo(document);
    }

    private void ofAGame() {
        Schema<Object> robots = described(Types.list(Types.uuid()), "Only events that name these robots, " + SEVERAL);
        Schema<Object> query = eventsQuery(FeedMessages.eventTypes(Event.getClassSchema()), Map.of("robotId", robots));
        ofAnAggregate(
                new OneFeed(
                        "GameFeed",
                        "gameFeed",
                        "/games/{gameId}/feed",
                        "game",
                        "gameId",
                        FeedMessages.EVENT,
                        FeedMessages.exampleEvents(),
                        ""),
                query,
                FeedClose.OVER,
                FeedClose.SERVER_STOPS,
                FeedClose.COME_AGAIN,
                FeedClose.MALFORMED,
                FeedClose.UNKNOWN_GAME,
                FeedClose.MOVED,
                FeedClose.TOO_MANY_STREAMS,
                FeedClose.NOT_AVAILABLE);
    }

    private void ofARoom() {
        ofAnAggregate(
                new OneFeed(
                        "RoomFeed",
                        "roomFeed",
                        "/rooms/{roomId}/feed",
                        "room",
                        "roomId",
                        FeedMessages.ROOM_EVENT,
                        FeedMessages.exampleRoomEvents(),
                        " To whoever shows a player's token, in the header `Authorization` or as a page's session, nothing else is sent, but the room learns"
                                + " whether that player is connected."),
                eventsQuery(FeedMessages.eventTypes(TicTacToeEvent.getClassSchema()), Map.of()),
                FeedClose.OVER,
                FeedClose.SERVER_STOPS,
                FeedClose.COME_AGAIN,
                FeedClose.MALFORMED,
                FeedClose.UNKNOWN_ROOM,
                FeedClose.TOO_MANY_STREAMS,
                FeedClose.NOT_AVAILABLE);
    }

    /**
     * What events are asked for by.
     *
     * @param more what there is of this kind only
     */
    private static Schema<Object> eventsQuery(List<String> types, Map<String, Schema<Object>> more) {
        Schema<Object> from = described(Types.number(), "The first event that is wanted; 1 by default");
        from.setMinimum(BigDecimal.ONE);
        Schema<Object> query = Types.object();
        query.addProperty("from", from);
        query.addProperty(
                "playerId",
                described(Types.list(Types.uuid()), "Only events of the commands of these players, " + SEVERAL));
        more.forEach(query::addProperty);
        query.addProperty("type", described(Types.list(Types.names(types)), "Only events of these types, " + SEVERAL));
        return query;
    }

    /**
     * The feed of one aggregate of a kind.
     *
     * @param component with which the names of its messages begin
     * @param channel the id of its channel
     * @param name what an aggregate is called
     * @param event the component of its events
     * @param examples of events
     * @param note is added to what is said of it
     */
    private record OneFeed(
            String component,
            String channel,
            String path,
            String name,
            String idName,
            String event,
            List<?> examples,
            String note) {}

    private void ofAnAggregate(OneFeed feed, Schema<Object> query, FeedClose... closes) {
        channel(
                        feed.channel(),
                        feed.path(),
                        "The events of a " + feed.name(),
                        """
                        The events of a %s from a number on, those to come too. First comes `start`, then `events`, and `alive` when there was \
                        nothing for some seconds. Whoever was cut off comes again with the last `next` as `from`, and has no gap and nothing twice. Parameters \
                        leave events out, and all of them have to fit; what was left out counts in `next`, so that it is no gap.%s""".formatted(feed.name(), feed.note()),
                        query,
                        closes)
                .parameter(feed.idName(), "The %s; UUID".formatted(feed.name()))
                .message(
                        START,
                        messages.kind(feed.component(), START, "The feed has begun.")
                                .with(feed.idName(), Types.uuid(), ExampleValues.GAME_ID)
                                .with("from", described(Types.number(), "The first event that is wanted"), 12)
                                .with(
                                        "newest",
                                        described(
                                                Types.number(),
                                                "The newest event that there is; 0 if that is not known"),
                                        345)
                                .with("over", described(Types.truth(), "Whether it is the last for ever"), false)
                                .with("time", now(), ExampleValues.TIME)
                                .message())
                .message(
                        EVENTS,
                        messages.kind(feed.component(), EVENTS, "Events, in their order.")
                                .with(NEXT, next(), 2)
                                .with("time", now(), ExampleValues.TIME)
                                .with(EVENTS, events(feed.event()), feed.examples())
                                .message())
                .message(
                        ALIVE,
                        messages.kind(feed.component(), ALIVE, NOTHING_NEW)
                                .with(NEXT, next(), 2)
                                .with("time", now(), ExampleValues.TIME)
                                .message())
                .sends("send" + feed.component(), "Pushes the events of a " + feed.name(), START, EVENTS, ALIVE);
    }

    private void ofTheLobby() {
        String feed = "LobbyFeed";
        Schema<Object> query = Types.object();
        query.addProperty(
                "from",
                described(
                        Types.text(),
                        "The last `position` that was got, as it was; without it, what happens from a minute ago on"));
        channel(
                        "lobbyFeed",
                        "/lobby/feed",
                        "What changes the list of games",
                        """
                        What changes the list of games that `GET /games` gives, in all games. First comes `start`, then `events`, and `alive` when there was \
                        nothing for some seconds. Whoever was cut off comes again with the last `position` as `from`; what it means is the server's affair. If \
                        `complete` is false, which it always is without `from`, ask `GET /games` once the feed has begun: what comes may repeat what the list has, by the \
numbers of the events, and misses nothing.""",
                        query,
                        FeedClose.SERVER_STOPS,
                        FeedClose.COME_AGAIN,
                        FeedClose.MALFORMED,
                        FeedClose.TOO_MANY_STREAMS,
                        FeedClose.NOT_AVAILABLE)
                .message(
                        START,
                        messages.kind(feed, START, "The feed has begun.")
                                .with(POSITION_FIELD, position(), POSITION)
                                .with(
                                        "complete",
                                        described(
                                                Types.truth(),
                                                "Whether everything since the position that was asked for comes"),
                                        true)
                                .with("time", now(), ExampleValues.TIME)
                                .message())
                .message(
                        EVENTS,
                        messages.kind(feed, EVENTS, "Events; those of one game in their order.")
                                .with(POSITION_FIELD, position(), POSITION)
                                .with("time", now(), ExampleValues.TIME)
                                .with(EVENTS, events(FeedMessages.LOBBY_EVENT), FeedMessages.exampleLobbyEvents())
                                .message())
                .message(
                        ALIVE,
                        messages.kind(feed, ALIVE, NOTHING_NEW)
                                .with(POSITION_FIELD, position(), POSITION)
                                .with("time", now(), ExampleValues.TIME)
                                .message())
                .sends("sendLobbyFeed", "Pushes what changes the list of games", START, EVENTS, ALIVE);
    }

    private void ofAPlayer() {
        String feed = "PlayerFeed";
        Schema<Object> wanted =
                described(Types.object(), "The games to follow: the gameId, and the first event that is wanted of it");
        wanted.setAdditionalProperties(Types.number());
        Schema<Object> nothing = Types.object();
        nothing.setProperties(new LinkedHashMap<>());
        channel(
                        "playerFeed",
                        "/players/me/feed",
                        "The events of a player's games",
                        """
                        The events of several games over one connection, for the player of a token. The client sends `authenticate` first; then comes \
                        `start`, then `events`, each of one game, and `alive` when there was nothing for some seconds. A game that the player joins \
                        later follows from its first event on. Whoever was cut off comes again with the last `next` of each game.""",
                        nothing,
                        FeedClose.SERVER_STOPS,
                        FeedClose.COME_AGAIN,
                        FeedClose.MALFORMED,
                        FeedClose.UNAUTHENTICATED,
                        FeedClose.TOO_MANY_STREAMS,
                        FeedClose.NOT_AVAILABLE)
                .message(
                        AUTHENTICATE,
                        messages.kind(feed, AUTHENTICATE, "Says who listens, and to which games; the first message.")
                                .with(
                                        "token",
                                        described(Types.text(), "The token of command ingest, without `Bearer`"),
                                        ExampleValues.TOKEN)
                                .with(GAMES, wanted, Map.of(ExampleValues.GAME_ID, 12))
                                .message())
                .message(
                        START,
                        messages.kind(feed, START, "The feed has begun.")
                                .with(
                                        "playerId",
                                        described(Types.uuid(), "The player of the token"),
                                        ExampleValues.PLAYER_ID)
                                .with(
                                        GAMES,
                                        described(
                                                Types.list(Types.uuid()),
                                                "The games that are followed: those that were named, and those in which the player takes part"),
                                        List.of(ExampleValues.GAME_ID))
                                .with(
                                        "complete",
                                        described(
                                                Types.truth(),
                                                "Whether these are all games of the player that are not over"),
                                        true)
                                .with("time", now(), ExampleValues.TIME)
                                .message())
                .message(
                        EVENTS,
                        messages.kind(feed, EVENTS, "Events of one game, in their order.")
                                .with("gameId", Types.uuid(), ExampleValues.GAME_ID)
                                .with(NEXT, next(), 2)
                                .with("time", now(), ExampleValues.TIME)
                                .with(EVENTS, events(FeedMessages.EVENT), FeedMessages.exampleEvents())
                                .message())
                .message(
                        ALIVE,
                        messages.kind(feed, ALIVE, NOTHING_NEW)
                                .with("time", now(), ExampleValues.TIME)
                                .message())
                .message(
                        PROBLEM,
                        messages.kind(feed, PROBLEM, "A game cannot be followed, or not now; the others go on.")
                                .with("gameId", Types.uuid(), ExampleValues.GAME_ID)
                                .with(
                                        "code",
                                        described(Types.integer(), "The code with which its own feed would be closed"),
                                        FeedClose.UNKNOWN_GAME.code())
                                .with(
                                        "detail",
                                        described(Types.text(), "What it means, for people"),
                                        FeedClose.UNKNOWN_GAME.meaning())
                                .with("time", now(), ExampleValues.TIME)
                                .message())
                .receives("receiveAuthentication", "Hears who listens", AUTHENTICATE)
                .sends("sendPlayerFeed", "Pushes the events of a player's games", START, EVENTS, ALIVE, PROBLEM);
    }

    private AsyncApiChannel channel(
            String id, String path, String title, String text, Schema<Object> query, FeedClose... closes) {
        ObjectNode binding = NODES.objectNode().put("method", "GET");
        binding.set("query", JsonSchemas.node(query));
        StringBuilder description = new StringBuilder(text)
                .append("\n\nThe code of the close frame says why a feed ended:\n\n| code | | |\n|---|---|---|\n");
        ArrayNode codes = NODES.arrayNode();
        for (FeedClose close : closes) {
            description.append("| %d | %s | %s |\n".formatted(close.code(), close.name(), close.meaning()));
            codes.addObject()
                    .put("code", close.code())
                    .put("name", close.name())
                    .put("meaning", close.meaning());
        }
        return document.channel(id, path, AsyncApiRoute.QUERIES, title, description.toString())
                .binding(PROTOCOL, binding.put("bindingVersion", BINDING_VERSION))
                .extension("x-close-codes", codes);
    }

    private static Schema<Object> next() {
        return described(Types.number(), "The event to go on with: whoever comes again asks for it as the first");
    }

    private static Schema<Object> position() {
        return described(Types.text(), "The place to go on at");
    }

    private static Schema<Object> now() {
        return described(Types.moment(), "The server's clock");
    }

    private static Schema<Object> events(String component) {
        return Types.list(Types.reference(component));
    }
}
