package dungeon.analytics.http;

import dungeon.platform.queries.http.AnswerFetcher;
import dungeon.platform.queries.http.JsonAnswers;
import dungeon.platform.queries.http.Reply;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the other instances what this one was asked; each of them answers for itself. */
final class OtherInstances implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtherInstances.class);

    /** Marks a request that another instance has sent, which is not sent on again. */
    private static final String FORWARDED = "Dungeon-Forwarded";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Supplier<List<String>> addresses;
    private final AnswerFetcher fetcher = new AnswerFetcher("analytics-instances", TIMEOUT, List.of());

    /**
     * Knows none yet.
     *
     * @param addresses of the others at the moment, such as {@code 10.0.0.7:8085}
     */
    OtherInstances(Supplier<List<String>> addresses) {
        this.addresses = addresses;
    }

    /**
     * What the others said.
     *
     * @param missing the addresses of those that did not
     */
    record Parts<A>(List<A> answers, List<String> missing) {}

    /** The answers of the others, of this build's form; none to a request that came from one of them. */
    <A> CompletableFuture<Parts<A>> ask(Context ctx, Class<A> type) {
        if (ctx.header(FORWARDED) != null) {
            return CompletableFuture.completedFuture(new Parts<>(List.of(), List.of()));
        }
        String query = ctx.queryString();
        String pathAndQuery = query == null ? ctx.path() : ctx.path() + "?" + query;
        Map<String, CompletableFuture<A>> asked = new LinkedHashMap<>();
        for (String address : addresses.get()) {
            asked.put(
                    address,
                    fetcher.fetch("http://" + address + pathAndQuery, Map.of(FORWARDED, "ACTIVE"), TIMEOUT)
                            .thenApply(reply -> read(reply, type)));
        }
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .handle((done, problem) -> collect(asked));
    }

    private static <A> Parts<A> collect(Map<String, CompletableFuture<A>> asked) {
        List<A> answers = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        asked.forEach((address, answer) -> {
            try {
                answers.add(answer.join());
            } catch (CompletionException e) {
                LOG.debug("An answer without what {} has", address, e);
                missing.add(address);
            }
        });
        return new Parts<>(answers, missing);
    }

    private static <A> A read(Reply reply, Class<A> type) {
        if (reply.status() != OK) {
            throw new IllegalStateException("Another instance answered with status " + reply.status());
        }
        try {
            return JsonAnswers.read(reply.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
