package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.Reply;
import dungeon.platform.queries.http.Route;
import dungeon.queries.responses.PageResponse;
import dungeon.queries.views.AggregateReader;
import dungeon.queries.views.AggregatesReader;
import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.PartitionLocator;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of all aggregates of a kind: each instance lists its own, and the one that was asked puts the lists together.
 *
 * @param <R> reads one
 * @param <A> an entry
 * @param <P> a page
 */
final class ListRoute<R extends AggregateReader, A, P extends PageResponse<A>> {
    private static final Logger LOG = LoggerFactory.getLogger(ListRoute.class);

    /**
     * How a list looks.
     *
     * @param collection where it is, such as "/games"
     * @param states by which it can be asked for
     * @param entry what is told of one; null if it is leaving the views
     * @param id of an entry
     * @param type of a page
     * @param pages makes a page
     */
    record Form<R, A, P>(
            String collection,
            List<String> states,
            Function<R, A> entry,
            Function<A, String> id,
            Class<P> type,
            Pages<A, P> pages) {
        /** The plural of what is listed. */
        String plural() {
            return collection.substring(1);
        }
    }

    /** The names of states. */
    static List<String> names(Enum<?>[] states) {
        return Arrays.stream(states).map(Enum::name).toList();
    }

    /** Makes a page of a list. */
    interface Pages<A, P> {
        P of(List<A> entries, String next, List<String> missing);
    }

    private final Form<R, A, P> form;
    private final PartitionLocator locator;
    private final AggregatesReader<R> aggregates;
    private final Forwarder forwarder;
    private final Duration forwardTimeout;
    private final int pageSize;
    private final int pageSizeMaximum;

    ListRoute(
            Form<R, A, P> form,
            PartitionLocator locator,
            AggregatesReader<R> aggregates,
            Forwarder forwarder,
            Duration forwardTimeout,
            int pageSize,
            int pageSizeMaximum) {
        this.form = form;
        this.locator = locator;
        this.aggregates = aggregates;
        this.forwarder = forwarder;
        this.forwardTimeout = forwardTimeout;
        this.pageSize = Math.min(pageSize, pageSizeMaximum);
        this.pageSizeMaximum = pageSizeMaximum;
    }

    Route route() {
        return Route.of(
                        form.collection(),
                        "All %s, in pages, in the order of their ids".formatted(form.plural()),
                        form.type(),
                        this::handle)
                .with(Parameter.id("after", "Where the page begins: the `next` of the page before"))
                .with(Parameter.number(
                        "limit",
                        "How many %s, 1 to %d; %d by default".formatted(form.plural(), pageSizeMaximum, pageSize)))
                .with(Parameter.name("state", form.states(), "Only %s in this state".formatted(form.plural())))
                .failing(ProblemCode.NOT_AVAILABLE);
    }

    private void handle(Context ctx) {
        String after = Parameters.queryId(ctx, "after").orElse(null);
        int limit = (int) Parameters.number(ctx, "limit", pageSize, 1, pageSizeMaximum);
        String state = Parameters.name(ctx, "state", form.states()).orElse(null);
        if (Role.of(ctx) != null) {
            writeTo(ctx, own(after, limit, state));
            return;
        }
        ctx.future(() -> list(after, limit, state).thenAccept(answer -> writeTo(ctx, answer)));
    }

    /**
     * A page of those of all instances.
     *
     * @param after only those with a greater id; null for all
     * @param state only those in this state; null for all
     */
    CompletableFuture<P> list(String after, int limit, String state) {
        String path = "%s?limit=%d%s%s"
                .formatted(
                        form.collection(),
                        limit,
                        after == null ? "" : "&after=" + after,
                        state == null ? "" : "&state=" + state);
        List<CompletableFuture<P>> answers = locator.instances().stream()
                .map(instance -> ask(instance, path, after, limit, state))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done -> merged(
                        form, answers.stream().map(CompletableFuture::join).toList(), limit));
    }

    private static void writeTo(Context ctx, Object answer) {
        ctx.contentType(Json.CONTENT_TYPE).result(Json.text(answer));
    }

    private CompletableFuture<P> ask(HostInfo instance, String path, String after, int limit, String state) {
        CompletableFuture<P> answer = instance.equals(locator.self())
                ? CompletableFuture.completedFuture(null).thenApply(start -> own(after, limit, state))
                : forwarder.ask(instance, path, Role.ACTIVE, forwardTimeout).thenApply(this::read);
        return answer.exceptionally(problem -> {
            Throwable cause = Forwarder.cause(problem);
            if (cause instanceof NotAvailableException || cause instanceof InvalidStateStoreException) {
                LOG.debug("A list without the {} of {}", form.plural(), Forwarder.name(instance), cause);
                return form.pages().of(List.of(), null, List.of(Forwarder.name(instance)));
            }
            throw new IllegalStateException(
                    "Cannot list the %s of %s".formatted(form.plural(), Forwarder.name(instance)), cause);
        });
    }

    private P read(Reply reply) {
        try {
            if (reply.status() == 200) {
                return Json.MAPPER.readValue(reply.body(), form.type());
            }
        } catch (IOException e) {
            throw new NotAvailableException(
                    "Another instance lists its %s in a form unknown here".formatted(form.plural()), e);
        }
        throw new NotAvailableException("Another instance answered with status " + reply.status());
    }

    private P own(String after, int limit, String state) {
        AggregatesReader.Page<R> page = aggregates.read(locator.ownPartitions(), after, limit, state);
        List<A> entries =
                page.found().stream().map(form.entry()).filter(Objects::nonNull).toList();
        return form.pages().of(entries, page.readUpTo(), List.of());
    }

    /** One page of several: nothing beyond what all of them have read, since the others could have entries before it. */
    static <A, P extends PageResponse<A>> P merged(Form<?, A, P> form, List<P> parts, int limit) {
        String readUpTo = parts.stream()
                .map(PageResponse::next)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        List<A> entries = parts.stream()
                .flatMap(part -> part.entries().stream())
                .filter(entry -> readUpTo == null || form.id().apply(entry).compareTo(readUpTo) <= 0)
                .sorted(Comparator.comparing(form.id()))
                .toList();
        List<String> missing =
                parts.stream().flatMap(part -> part.missing().stream()).sorted().toList();
        if (entries.size() > limit) {
            List<A> page = entries.subList(0, limit);
            return form.pages().of(page, form.id().apply(page.get(limit - 1)), missing);
        }
        return form.pages().of(entries, readUpTo, missing);
    }
}
