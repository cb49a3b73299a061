package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import dungeon.queries.events.Feeds;
import dungeon.queries.events.FoundGame;
import dungeon.queries.responses.EventPlaceResponse;
import dungeon.queries.transport.Clients;
import dungeon.queries.transport.EventResponse;
import dungeon.queries.transport.EventResponse.Form;
import dungeon.queries.transport.StreamPlaces;
import dungeon.queries.views.AggregateReader;
import dungeon.queries.views.NotAvailableException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of an aggregate, as lines of JSON up to now, or as a stream that stays on.
 *
 * @param <R> reads one
 */
final class EventsRoute<R extends AggregateReader> {
    private static final Logger LOG = LoggerFactory.getLogger(EventsRoute.class);
    static final String LINES = Form.LINES.contentType();
    static final String STREAM = Form.STREAM.contentType();
    private static final String FROM = "from";
    private static final String FROM_DESCRIPTION = "The first event that is wanted; 1 by default";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String LAST_EVENT_ID_PARAMETER = "lastEventId";

    /** What an EventSource takes as the order not to come again. */
    private static final int NOTHING_MORE = 204;

    /**
     * What a client asks for.
     *
     * @param from the number of the first event
     * @param atLeast the event that the views must contain; 0 for any
     */
    private record Wish(String id, Form form, long from, long atLeast) {}

    private final AggregateQueries<R> queries;
    private final Feeds<?> feeds;
    private final EventFinder<R> finder;
    private final StreamPlaces places;
    private final Clients clients;
    private final MovedToHistory moved;

    EventsRoute(
            AggregateQueries<R> queries,
            Feeds<?> feeds,
            EventFinder<R> finder,
            StreamPlaces places,
            Clients clients,
            MovedToHistory moved) {
        this.queries = queries;
        this.feeds = feeds;
        this.finder = finder;
        this.places = places;
        this.clients = clients;
        this.moved = moved;
    }

    List<Route> routes() {
        String path = queries.kind().path() + "/events";
        Route events = Route.of(
                        path,
                        "Its events up to now, a line of JSON each; as text/event-stream, those to come as well, and 204 instead if none can come",
                        queries.kind().event(),
                        this::handle)
                .giving(LINES, STREAM)
                .with(Parameter.number(FROM, FROM_DESCRIPTION))
                .with(Parameter.number(
                        LAST_EVENT_ID_PARAMETER,
                        "The last event that was got, as the header Last-Event-ID; comes before from"))
                .failing(ProblemCode.TOO_MANY_STREAMS, ProblemCode.TOO_MANY_STREAMS_OF_ADDRESS);
        Route place = Route.of(
                        path + "/place",
                        "Where in its partition of the event topic they are, for those who read there",
                        EventPlaceResponse.class,
                        this::place)
                .with(Parameter.number(FROM, FROM_DESCRIPTION));
        return List.of(about(events), about(place));
    }

    private Route about(Route route) {
        return Headers.ofAnAggregate(route, queries.kind().name())
                .with(Parameter.number(
                        Parameter.AT_LEAST, "Wait, for a short time, until the views include this event"))
                .failing(queries.kind().unknown(), ProblemCode.NOT_YET, ProblemCode.NOT_AVAILABLE);
    }

    private void place(Context ctx) {
        long from = Parameters.number(ctx, FROM, 1, 1, Long.MAX_VALUE);
        AggregateQuery<R> query = AggregateQuery.of(
                ctx, queries.kind(), ctx.path(), false, found -> EventPlaceResponse.of(found.placeOf(from)));
        ctx.future(() -> moved.orMoved(ctx, queries.ask(query)).thenAccept(reply -> reply.writeTo(ctx)));
    }

    private void handle(Context ctx) {
        String id = Parameters.pathId(ctx, queries.kind().idName());
        Form form = wantsStream(ctx) ? Form.STREAM : Form.LINES;
        Wish wish =
                new Wish(id, form, from(ctx, form), Parameters.number(ctx, Parameter.AT_LEAST, 0, 0, Long.MAX_VALUE));
        if (ctx.method().equals(HandlerType.HEAD)) {
            ctx.future(
                    () -> moved.orMovedIfUnknown(ctx, wish.from(), finder.find(wish.id(), wish.from(), wish.atLeast()))
                            .thenAccept(found -> answerHead(ctx, wish, found)));
            return;
        }
        Runnable giveBack = takePlace(ctx);
        ctx.future(() -> {
            try {
                return moved.orMovedIfUnknown(ctx, wish.from(), finder.find(wish.id(), wish.from(), wish.atLeast()))
                        .thenCompose(found -> send(ctx, wish, found))
                        .whenComplete((sent, problem) -> giveBack.run());
            } catch (RuntimeException e) {
                giveBack.run();
                throw e;
            }
        });
    }

    private Runnable takePlace(Context ctx) {
        try {
            return places.take(clients.of(ctx.req()));
        } catch (StreamPlaces.RefusedException e) {
            LOG.debug("A stream is refused", e);
            throw switch (e.refusal()) {
                case INSTANCE_FULL ->
                    new ProblemException(
                            ProblemCode.TOO_MANY_STREAMS, "This instance serves no more event streams at the moment");
                case SHARE_FULL ->
                    new ProblemException(
                            ProblemCode.TOO_MANY_STREAMS,
                            "This instance serves no more event streams of this kind of client at the moment");
                case ADDRESS_FULL ->
                    new ProblemException(
                            ProblemCode.TOO_MANY_STREAMS_OF_ADDRESS,
                            "Your address has as many event streams as one can have; end one before you begin another");
            };
        }
    }

    /** A stream is what was asked for by name, and liked no less than lines. */
    private static boolean wantsStream(Context ctx) {
        QuotedQualityCSV accepted = new QuotedQualityCSV();
        Collections.list(ctx.req().getHeaders("Accept")).forEach(accepted::addValue);
        double stream = weight(accepted, Form.STREAM);
        return stream > 0 && stream >= weight(accepted, Form.LINES);
    }

    private static double weight(QuotedQualityCSV accepted, Form form) {
        return accepted.getQualityValues().stream()
                .filter(value -> form.contentType().equalsIgnoreCase(HttpField.stripParameters(value.getValue())))
                .mapToDouble(QuotedQualityCSV.QualityValue::getWeight)
                .max()
                .orElse(0);
    }

    /** Browsers say in a header what they had last, those that imitate them in a parameter; empty is as if it was not there. */
    private static long from(Context ctx, Form form) {
        String header = form == Form.STREAM ? ctx.header(LAST_EVENT_ID) : null;
        String last = header == null || header.isEmpty() ? ctx.queryParam(LAST_EVENT_ID_PARAMETER) : header;
        return last == null || last.isEmpty()
                ? Parameters.number(ctx, FROM, 1, 1, Long.MAX_VALUE)
                : Parameters.number(LAST_EVENT_ID, last, 0, Long.MAX_VALUE - 1) + 1;
    }

    private static void answerHead(Context ctx, Wish wish, FoundGame found) {
        if (nothingMore(wish, found)) {
            ctx.status(NOTHING_MORE);
        } else {
            ctx.contentType(wish.form().contentType());
        }
        sequenceHeader(ctx, found);
    }

    private static boolean nothingMore(Wish wish, FoundGame found) {
        return wish.form() == Form.STREAM && found.isOver() && wish.from() > found.newest();
    }

    private static void sequenceHeader(Context ctx, FoundGame found) {
        if (found.newest() > 0) {
            ctx.header(Headers.SEQUENCE, String.valueOf(found.newest()));
        }
    }

    private CompletableFuture<Void> send(Context ctx, Wish wish, FoundGame found) {
        sequenceHeader(ctx, found);
        if (nothingMore(wish, found)) {
            ctx.status(NOTHING_MORE);
            return CompletableFuture.completedFuture(null);
        }
        if (wish.form() == Form.STREAM) {
            return follow(ctx, wish, found, OptionalLong.empty());
        }
        return feeds.endOf(wish.id())
                .handle((end, problem) -> {
                    if (problem != null) {
                        throw new CompletionException(
                                new NotAvailableException("The event log does not answer", problem));
                    }
                    return end;
                })
                .thenCompose(end -> follow(ctx, wish, found, OptionalLong.of(end)));
    }

    private CompletableFuture<Void> follow(Context ctx, Wish wish, FoundGame found, OptionalLong end) {
        EventResponse response = new EventResponse(ctx.req(), ctx.res(), wish.form());
        feeds.follow(found.start(), end, response);
        return response.done();
    }
}
