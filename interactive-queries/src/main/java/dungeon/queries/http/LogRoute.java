package dungeon.queries.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Reply;
import dungeon.platform.queries.http.Route;
import dungeon.queries.gamelog.GameLogReader;
import dungeon.queries.history.HistoryClient;
import dungeon.queries.robots.GameReader;
import dungeon.queries.views.NotAvailableException;
import dungeon.schemas.GameState;
import dungeon.schemas.LogEntry;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole log of a game that has ended, as a file that can be kept and audited. */
final class LogRoute {
    private static final Logger LOG = LoggerFactory.getLogger(LogRoute.class);
    static final String AVRO = "application/avro";

    private final AggregateQueries<GameReader> queries;
    private final GameLogReader reader;
    private final HistoryClient history;
    private final int downloadsMaximum;
    private final Semaphore free;

    LogRoute(AggregateQueries<GameReader> queries, GameLogReader reader, HistoryClient history, int downloadsMaximum) {
        this.queries = queries;
        this.reader = reader;
        this.history = history;
        this.downloadsMaximum = downloadsMaximum;
        this.free = new Semaphore(downloadsMaximum);
    }

    Route route() {
        Route log = Route.of(
                "/games/{gameId}/log",
                "The log of a game that has ended: an Avro container with its events and its commands, for"
                        + " ./dungeon audit --file; without commands if they are no longer kept",
                null,
                this::handle);
        return Headers.ofAnAggregate(log, queries.kind().name())
                .giving(AVRO)
                .failing(
                        ProblemCode.UNKNOWN_GAME,
                        ProblemCode.GAME_NOT_OVER,
                        ProblemCode.NOT_AVAILABLE,
                        ProblemCode.TOO_MANY_STREAMS);
    }

    private void handle(Context ctx) {
        String gameId = Parameters.pathId(ctx, "gameId");
        Instant createdAt = creationOfEndedGame(gameId);
        if (!free.tryAcquire()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_STREAMS,
                    "This instance reads no more logs at the moment; it reads %d at a time"
                            .formatted(downloadsMaximum));
        }
        try {
            ctx.contentType(AVRO);
            ctx.header("Content-Disposition", "attachment; filename=\"%s.avro\"".formatted(gameId));
            if (!ctx.method().equals(HandlerType.HEAD)) {
                send(ctx, gameId, createdAt);
            }
        } finally {
            free.release();
        }
    }

    private void send(Context ctx, String gameId, Instant createdAt) {
        try (DataFileWriter<LogEntry> file =
                new DataFileWriter<>(new SpecificDatumWriter<LogEntry>(LogEntry.getClassSchema()))) {
            file.setCodec(CodecFactory.deflateCodec(CodecFactory.DEFAULT_DEFLATE_LEVEL));
            file.create(LogEntry.getClassSchema(), ctx.res().getOutputStream());
            reader.read(gameId, createdAt, entry -> append(file, entry));
        } catch (KafkaException e) {
            // What was sent lacks the end, so whoever reads the file knows.
            LOG.warn("The log of game {} cannot be read to its end", gameId, e);
            throw new NotAvailableException("The log does not answer", e);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The client of a download has left", e);
        }
    }

    private static void append(DataFileWriter<LogEntry> file, LogEntry entry) {
        try {
            file.append(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commands have the seed of their game, which stays secret until it has ended. */
    private Instant creationOfEndedGame(String gameId) {
        JsonNode game = game(gameId);
        if (!game.path("state").asText().equals(GameState.ENDED.name())) {
            throw new ProblemException(
                    ProblemCode.GAME_NOT_OVER,
                    "The game is %s; its log can be had when it has ended"
                            .formatted(game.path("state").asText()));
        }
        return Instant.parse(game.path("createdAt").asText());
    }

    /** The events of a game that has left the views are still there. */
    private JsonNode pastGame(String gameId, ProblemException problem) {
        if (problem.code() != ProblemCode.UNKNOWN_GAME || !history.isKept()) {
            throw problem;
        }
        try {
            Reply reply = history.ask("/history/games/" + gameId).join();
            if (reply.status() == ProblemCode.UNKNOWN_GAME.status()) {
                throw problem;
            }
            if (reply.status() != 200) {
                throw new NotAvailableException("The history cannot say whether the game has ended");
            }
            return ((ObjectNode) Json.read(reply.body())).put("state", GameState.ENDED.name());
        } catch (CompletionException e) {
            throw new NotAvailableException("Neither the views nor the history tell whether the game has ended", e);
        } catch (IOException e) {
            throw new NotAvailableException("The history does not answer in JSON", e);
        }
    }

    private JsonNode game(String gameId) {
        try {
            Reply reply = queries.ask(
                            new AggregateQuery<>(gameId, 0, "/games/" + gameId, null, false, GameRoutes::game))
                    .join();
            JsonNode body = Json.read(reply.body());
            if (reply.status() != 200) {
                throw new ProblemException(
                        ProblemCode.valueOf(body.path("code").asText()),
                        body.path("detail").asText());
            }
            return body;
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                return pastGame(gameId, problem);
            }
            throw new NotAvailableException("Nobody tells at the moment whether the game has ended", e);
        } catch (IOException e) {
            throw new IllegalStateException("An answer of our own is no JSON", e);
        }
    }
}
