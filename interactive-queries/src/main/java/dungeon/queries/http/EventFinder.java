package dungeon.queries.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.events.FeedStart;
import dungeon.queries.events.FeedStart.Step;
import dungeon.queries.events.Feeds;
import dungeon.queries.events.FoundGame;
import dungeon.queries.feed.AggregateFinder;
import dungeon.queries.responses.EventPlaceResponse;
import dungeon.queries.views.AggregateReader;
import dungeon.queries.views.NotAvailableException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where an aggregate's events are: at hand, or where the views say, or where a search in the log finds them.
 *
 * @param <R> reads one
 */
final class EventFinder<R extends AggregateReader> implements AggregateFinder {
    private static final Logger LOG = LoggerFactory.getLogger(EventFinder.class);

    private final AggregateQueries<R> queries;
    private final Feeds<?> feeds;
    private final MovedToHistory moved;

    EventFinder(AggregateQueries<R> queries, Feeds<?> feeds, MovedToHistory moved) {
        this.queries = queries;
        this.feeds = feeds;
        this.moved = moved;
    }

    @Override
    public CompletableFuture<FoundGame> find(String id, long from) {
        CompletableFuture<FoundGame> found;
        try {
            found = find(id, from, 0);
        } catch (NotAvailableException e) {
            return CompletableFuture.failedFuture(e);
        }
        return found.exceptionallyCompose(problem -> Forwarder.cause(problem) instanceof ProblemException unknown
                        && unknown.code() == queries.kind().unknown()
                ? moved.orElsewhere(id, queries.kind().pathOf(id) + "/events", from, unknown)
                : CompletableFuture.failedFuture(Forwarder.cause(problem)));
    }

    /**
     * The same for those who look for the history themselves.
     *
     * @param atLeast the event that the views must contain; 0 for any
     * @throws NotAvailableException if the log is not read yet
     */
    CompletableFuture<FoundGame> find(String id, long from, long atLeast) {
        if (!feeds.isReading()) {
            throw new NotAvailableException("The event log is not read yet");
        }
        Optional<FoundGame> atHand = atLeast == 0 ? feeds.atHand(id, from) : Optional.empty();
        return atHand.map(CompletableFuture::completedFuture)
                .orElseGet(() -> ask(id, from, atLeast)
                        .exceptionallyCompose(problem -> Forwarder.cause(problem) instanceof NotAvailableException
                                ? search(id, from, problem)
                                : CompletableFuture.failedFuture(problem)));
    }

    private CompletableFuture<FoundGame> ask(String id, long from, long atLeast) {
        String path = "%s/events/place?from=%d".formatted(queries.kind().pathOf(id), from);
        AggregateQuery<R> query = new AggregateQuery<>(
                id,
                atLeast,
                atLeast == 0 ? path : "%s&%s=%d".formatted(path, Parameter.AT_LEAST, atLeast),
                null,
                false,
                found -> EventPlaceResponse.of(found.placeOf(from)));
        try {
            return queries.ask(query).thenApply(reply -> found(id, from, reply));
        } catch (NotAvailableException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static FoundGame found(String id, long from, Reply reply) {
        try {
            JsonNode body = Json.read(reply.body());
            if (reply.status() != 200) {
                throw new ProblemException(
                        ProblemCode.valueOf(body.path("code").asText()),
                        body.path("detail").asText());
            }
            EventPlaceResponse place = Json.MAPPER.treeToValue(body, EventPlaceResponse.class);
            List<Step> pauses = place.pauses().stream()
                    .map(pause -> new Step(pause.sequence(), pause.offset()))
                    .toList();
            Step end = new Step(place.lastSequence() + 1, place.nextOffset());
            FeedStart start = FeedStart.of(id, from, place.offset(), pauses, end);
            return new FoundGame(start, place.lastSequence(), place.over());
        } catch (IOException e) {
            throw new IllegalStateException("An answer of our own is no JSON", e);
        }
    }

    private CompletableFuture<FoundGame> search(String id, long from, Throwable cause) {
        LOG.debug("Nobody tells where the events of {} are, so they are looked for", id, cause);
        return feeds.search(id, from).handle((found, problem) -> {
            if (problem != null) {
                throw new NotAvailableException(
                        "The views of the %s are moving; ask again"
                                .formatted(queries.kind().name()),
                        problem);
            }
            return found.orElseThrow(() -> new ProblemException(
                    queries.kind().unknown(),
                    "There is no %s %s, or not yet".formatted(queries.kind().name(), id)));
        });
    }
}
