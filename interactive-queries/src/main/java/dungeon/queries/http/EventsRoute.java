package dungeon.queries.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.platform.problem.ProblemCode;
import dungeon.queries.events.EventCursor;
import dungeon.queries.events.EventLog;
import dungeon.queries.views.NotAvailableException;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.json.JsonWriter;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of a game, from the event topic itself: as lines of JSON up to now, or as a stream that stays on. */
final class EventsRoute implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventsRoute.class);
    static final String LINES = "application/x-ndjson";
    static final String STREAM = "text/event-stream";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String LAST_EVENT_ID_PARAMETER = "lastEventId";

    /** Short, since behind the last event there can be the mark of a transaction, which gives no event to return with. */
    private static final Duration LINES_POLL = Duration.ofMillis(10);

    /** What is known of a game before its events are read; null where nobody could tell. */
    private record Known(String sequence, Instant createdAt) {}

    private final GameQueries queries;
    private final EventLog log;
    private final Semaphore free;
    private final Duration heartbeat;
    private final Set<EventCursor> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    EventsRoute(GameQueries queries, EventLog log, int streamsMaximum, Duration heartbeat) {
        this.queries = queries;
        this.log = log;
        this.free = new Semaphore(streamsMaximum);
        this.heartbeat = heartbeat;
    }

    Route route() {
        return Route.of(
                        "/games/{gameId}/events",
                        "Its events up to now, a line of JSON each; as text/event-stream, those to come as well",
                        null,
                        this::handle)
                .giving(LINES, STREAM)
                .with(Parameter.number("from", "The first event that is wanted; 1 by default"))
                .with(Parameter.number(
                        LAST_EVENT_ID_PARAMETER,
                        "The last event that was got, as the header Last-Event-ID; comes before from"))
                .with(Parameter.number(
                        Parameter.AT_LEAST, "Wait, for a short time, until the views include this event"))
                .failing(
                        ProblemCode.UNKNOWN_GAME,
                        ProblemCode.NOT_YET,
                        ProblemCode.NOT_AVAILABLE,
                        ProblemCode.TOO_MANY_STREAMS);
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(EventCursor::wakeUp);
    }

    private void handle(Context ctx) {
        String gameId = Parameters.pathId(ctx, "gameId");
        boolean stream = wantsStream(ctx);
        long from = from(ctx, stream);
        if (!free.tryAcquire()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_STREAMS, "This instance serves no more event streams at the moment");
        }
        try {
            Known known = lookUp(ctx, gameId);
            serve(ctx, gameId, from, stream, known);
        } finally {
            free.release();
        }
    }

    /** A stream is what was asked for by name, and liked no less than lines. */
    private static boolean wantsStream(Context ctx) {
        QuotedQualityCSV accepted = new QuotedQualityCSV();
        Collections.list(ctx.req().getHeaders("Accept")).forEach(accepted::addValue);
        double stream = weight(accepted, STREAM);
        return stream > 0 && stream >= weight(accepted, LINES);
    }

    private static double weight(QuotedQualityCSV accepted, String type) {
        return accepted.getQualityValues().stream()
                .filter(value -> type.equalsIgnoreCase(HttpField.stripParameters(value.getValue())))
                .mapToDouble(QuotedQualityCSV.QualityValue::getWeight)
                .max()
                .orElse(0);
    }

    /** Browsers say in a header what they had last, those that imitate them in a parameter; empty is as if it was not there. */
    private static long from(Context ctx, boolean stream) {
        String header = stream ? ctx.header(LAST_EVENT_ID) : null;
        String last = header == null || header.isEmpty() ? ctx.queryParam(LAST_EVENT_ID_PARAMETER) : header;
        return last == null || last.isEmpty()
                ? Parameters.number(ctx, "from", 1, 1, Long.MAX_VALUE)
                : Parameters.number(LAST_EVENT_ID, last, 0, Long.MAX_VALUE - 1) + 1;
    }

    private Known lookUp(Context ctx, String gameId) {
        String atLeast = ctx.queryParam(Parameter.AT_LEAST);
        String path = "/games/" + gameId + (atLeast == null ? "" : "?%s=%s".formatted(Parameter.AT_LEAST, atLeast));
        GameQuery query = new GameQuery(
                gameId, Parameters.number(ctx, Parameter.AT_LEAST, 0, 0, Long.MAX_VALUE), path, null, GameRoutes::game);
        try {
            Reply reply = queries.ask(query).join();
            JsonNode body = Json.read(reply.body());
            if (reply.status() != 200) {
                throw new ProblemException(
                        ProblemCode.valueOf(body.path("code").asText()),
                        body.path("detail").asText());
            }
            return new Known(
                    reply.headers().get(Headers.SEQUENCE),
                    Instant.parse(body.path("createdAt").asText()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            LOG.debug("Nobody tells when game {} began, so all of its partition is searched", gameId, e);
            return null;
        } catch (NotAvailableException e) {
            LOG.debug("Nobody tells when game {} began, so all of its partition is searched", gameId, e);
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("An answer of our own is no JSON", e);
        }
    }

    private void serve(Context ctx, String gameId, long from, boolean stream, Known known) {
        EventCursor cursor;
        try {
            Instant createdAt = known == null ? null : known.createdAt();
            cursor = stream ? log.follow(gameId, from, createdAt) : log.list(gameId, from, createdAt);
        } catch (KafkaException e) {
            throw new NotAvailableException("The event log does not answer", e);
        }
        open.add(cursor);
        try (cursor) {
            if (known != null) {
                ctx.header(Headers.SEQUENCE, known.sequence());
            }
            if (ctx.method().equals(HandlerType.HEAD)) {
                ctx.contentType(stream ? STREAM : LINES);
            } else if (stream) {
                sendStream(ctx, cursor);
            } else {
                sendLines(ctx, cursor, gameId, known != null);
            }
        } catch (WakeupException e) {
            LOG.debug("An event stream ends because the application does", e);
        } catch (IOException e) {
            LOG.debug("The client of an event stream has left", e);
        } finally {
            open.remove(cursor);
        }
    }

    private void sendLines(Context ctx, EventCursor cursor, String gameId, boolean exists) throws IOException {
        ServletOutputStream out = null;
        boolean purged = false;
        while (!cursor.isAtEnd() && !purged && !closed) {
            List<Event> events = cursor.poll(LINES_POLL);
            if (out == null && (exists || cursor.hasFoundGame())) {
                out = begin(ctx, LINES);
            }
            for (Event event : events) {
                out.write((JsonWriter.flat(event) + "\n").getBytes(StandardCharsets.UTF_8));
                purged |= event.getPayload() instanceof GamePurged;
            }
            if (out != null) {
                out.flush();
            }
        }
        if (out == null) {
            if (!exists) {
                throw new ProblemException(
                        ProblemCode.UNKNOWN_GAME, "There is no game %s, or not yet".formatted(gameId));
            }
            begin(ctx, LINES).flush();
        }
    }

    private void sendStream(Context ctx, EventCursor cursor) throws IOException {
        ServletOutputStream out = begin(ctx, STREAM);
        long silentSince = 0;
        boolean purged = false;
        while (!closed && !purged) {
            List<Event> events = cursor.poll(heartbeat);
            for (Event event : events) {
                purged |= event.getPayload() instanceof GamePurged;
                out.write("id: %d\ndata: %s\n\n"
                        .formatted(event.getSequence(), JsonWriter.flat(event))
                        .getBytes(StandardCharsets.UTF_8));
            }
            long now = System.nanoTime();
            if (!events.isEmpty()) {
                silentSince = now;
                out.flush();
            } else if (silentSince == 0 || now - silentSince >= heartbeat.toNanos()) {
                // Also shows whether the client is still there.
                silentSince = now;
                out.write(": alive\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    /** The response's own stream, since that of Javalin does not flush. */
    private static ServletOutputStream begin(Context ctx, String contentType) throws IOException {
        ctx.res().setContentType(contentType);
        ctx.res().setHeader("Cache-Control", "no-cache");
        ctx.res().flushBuffer();
        return ctx.res().getOutputStream();
    }
}
