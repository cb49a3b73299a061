package dungeon.history.http;

import dungeon.history.queries.EventsReader;
import dungeon.history.queries.RoomsReader;
import dungeon.history.responses.PastRoomEvents;
import dungeon.history.responses.PastRooms;
import dungeon.history.responses.RoomResult;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.Route;
import io.javalin.http.Context;
import java.util.List;

/** The routes about rooms of tic-tac-toe that are closed. */
final class RoomsRoutes {
    private static final String ROOMS = "/history/rooms";
    private static final String ROOM = ROOMS + "/{roomId}";
    private static final PastKind KIND = new PastKind("roomId", ProblemCode.UNKNOWN_ROOM, "no room %s that is closed");

    private final RoomsReader rooms;
    private final EventsReader events;

    RoomsRoutes(RoomsReader rooms, EventsReader events) {
        this.rooms = rooms;
        this.events = events;
    }

    List<Route> routes() {
        Route list = Route.of(
                        ROOMS,
                        "Rooms of tic-tac-toe in which two have sat and that are closed, in pages, by their ids from the last on; these begin with the time when they were asked for",
                        PastRooms.class,
                        this::list)
                .with(Parameter.id("playerId", "Only rooms in which this player sat"))
                .failing(ProblemCode.NOT_AVAILABLE);
        return List.of(
                Created.on(list, "rooms", "opened"),
                KIND.about(
                        ROOM,
                        "What came of a room of tic-tac-toe",
                        RoomResult.class,
                        ctx -> rooms.result(KIND.id(ctx))),
                KIND.events(
                        ROOM + "/events",
                        "Its events, in pages",
                        PastRoomEvents.class,
                        (ctx, from, limit) -> events.events(KIND.id(ctx), from, limit),
                        page -> new PastRoomEvents(page.events(), page.next())));
    }

    private void list(Context ctx) {
        PastKind.answer(ctx, rooms.page(Parameters.queryId(ctx, "playerId").orElse(null), Created.range(ctx)));
    }
}
