package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Route;
import dungeon.queries.responses.RoomResponse;
import dungeon.queries.responses.RoomsResponse;
import dungeon.queries.tictactoe.RoomReader;
import dungeon.queries.tictactoe.RoomStage;
import io.javalin.http.Context;

/** The routes about rooms. */
final class RoomRoutes {
    static final ListRoute.Form<RoomReader, RoomResponse, RoomsResponse> LIST = new ListRoute.Form<>(
            AggregateKind.ROOM.collection(),
            ListRoute.names(RoomStage.values()),
            RoomResponse::of,
            RoomResponse::roomId,
            RoomsResponse.class,
            RoomsResponse::new);

    private final AggregateQueries<RoomReader> queries;
    private final MovedToHistory moved;

    RoomRoutes(AggregateQueries<RoomReader> queries, MovedToHistory moved) {
        this.queries = queries;
        this.moved = moved;
    }

    Route route() {
        AggregateKind<RoomReader> kind = queries.kind();
        return Headers.ofAnAggregate(
                        Route.of(kind.path(), "One room of tic-tac-toe", RoomResponse.class, this::handle), kind.name())
                .with(Parameter.number(
                        Parameter.AT_LEAST, "Wait, for a short time, until the answer includes this event"))
                .failing(kind.unknown(), ProblemCode.NOT_YET, ProblemCode.NOT_AVAILABLE);
    }

    private void handle(Context ctx) {
        AggregateQuery<RoomReader> query = AggregateQuery.of(ctx, queries.kind(), ctx.path(), false, RoomResponse::of);
        ctx.future(() -> moved.orMoved(ctx, queries.ask(query)).thenAccept(reply -> reply.writeTo(ctx)));
    }
}
