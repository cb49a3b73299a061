package dungeon.queries.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.presence.SeatWatch;
import dungeon.queries.responses.RoomResponse;
import dungeon.queries.tictactoe.RoomReader;
import dungeon.queries.tictactoe.RoomStage;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** What rooms know of their players, from the instance that holds each: a copy that follows may be behind, and the answer is acted upon. */
final class RoomSeats implements SeatWatch {
    private static final int OK = 200;

    private final AggregateQueries<RoomReader> queries;

    RoomSeats(AggregateQueries<RoomReader> queries) {
        this.queries = queries;
    }

    @Override
    public CompletableFuture<Seen> of(String roomId, String playerId, long atLeast) {
        String path = "%s?%s=%d".formatted(queries.kind().pathOf(roomId), Parameter.AT_LEAST, atLeast);
        return queries.ask(new AggregateQuery<>(roomId, atLeast, path, null, true, RoomResponse::of))
                .handle((reply, problem) -> {
                    if (problem == null) {
                        return seen(reply, playerId);
                    }
                    Throwable cause = Forwarder.cause(problem);
                    if (cause instanceof ProblemException known
                            && known.code() == queries.kind().unknown()) {
                        return Seen.WITHOUT_SEAT;
                    }
                    throw new IllegalStateException("What a room knows cannot be told now", cause);
                });
    }

    private Seen seen(Reply reply, String playerId) {
        JsonNode answer = json(reply);
        if (reply.status() != OK) {
            if (answer.path("code").asText().equals(queries.kind().unknown().code())) {
                return Seen.WITHOUT_SEAT;
            }
            throw new IllegalStateException("What a room knows cannot be told now: " + answer);
        }
        if (!answer.path("state").asText().equals(RoomStage.CLOSED.name())) {
            for (JsonNode seat : answer.path("seats")) {
                if (seat.path("playerId").asText().equals(playerId)) {
                    return seat.has("claimableAt") ? Seen.GONE : Seen.THERE;
                }
            }
        }
        return Seen.WITHOUT_SEAT;
    }

    private static JsonNode json(Reply reply) {
        try {
            return Json.read(reply.body());
        } catch (IOException e) {
            throw new IllegalStateException("An answer of our own is no JSON", e);
        }
    }
}
