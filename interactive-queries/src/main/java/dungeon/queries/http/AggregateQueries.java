package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.views.AggregateReader;
import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.PartitionLocator;
import dungeon.queries.views.PartitionLocator.Place;
import dungeon.queries.views.StoreSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Answers questions about an aggregate: from the stores of this instance, or through the one that holds it.
 *
 * @param <R> reads it
 */
final class AggregateQueries<R extends AggregateReader> {
    private record Candidate(HostInfo instance, Role role) {}

    private final AggregateKind<R> kind;
    private final PartitionLocator locator;
    private final StoreSource stores;
    private final SequenceSignals signals;
    private final Forwarder forwarder;
    private final Executor executor;
    private final Duration atLeastTimeout;
    private final Duration forwardTimeout;

    AggregateQueries(
            AggregateKind<R> kind,
            PartitionLocator locator,
            StoreSource stores,
            SequenceSignals signals,
            Forwarder forwarder,
            Executor executor,
            Duration atLeastTimeout,
            Duration forwardTimeout) {
        this.kind = kind;
        this.locator = locator;
        this.stores = stores;
        this.signals = signals;
        this.forwarder = forwarder;
        this.executor = executor;
        this.atLeastTimeout = atLeastTimeout;
        this.forwardTimeout = forwardTimeout;
    }

    AggregateKind<R> kind() {
        return kind;
    }

    /** The answer; fails with a {@link ProblemException} or a {@link NotAvailableException}. */
    CompletableFuture<Reply> ask(AggregateQuery<R> query) {
        Place place = locator.placeOf(query.id());
        if (query.forwardedAs() != null) {
            return answerHere(query, place.partition(), query.forwardedAs());
        }
        Deque<Candidate> candidates = new ArrayDeque<>();
        candidates.add(new Candidate(place.active(), Role.ACTIVE));
        place.standbys().forEach(standby -> candidates.add(new Candidate(standby, Role.STANDBY)));
        // While an instance takes over, it has what it had as a standby, and is none any more.
        candidates.add(new Candidate(place.active(), Role.STANDBY));
        return askNext(query, place.partition(), candidates);
    }

    private CompletableFuture<Reply> askNext(AggregateQuery<R> query, int partition, Deque<Candidate> candidates) {
        Candidate next = candidates.remove();
        CompletableFuture<Reply> answer = next.instance().equals(locator.self())
                ? answerHere(query, partition, next.role())
                : forwarder.ask(next.instance(), query.pathAndQuery(), next.role(), timeout(query));
        return answer.exceptionallyCompose(problem -> {
            boolean another = Forwarder.cause(problem) instanceof NotAvailableException && !candidates.isEmpty();
            return another ? askNext(query, partition, candidates) : CompletableFuture.failedFuture(problem);
        });
    }

    private Duration timeout(AggregateQuery<R> query) {
        return query.atLeast() > 0 ? forwardTimeout.plus(atLeastTimeout) : forwardTimeout;
    }

    private CompletableFuture<Reply> answerHere(AggregateQuery<R> query, int partition, Role role) {
        try {
            return role == Role.ACTIVE ? answerActive(query, partition) : answerStandby(query, partition);
        } catch (InvalidStateStoreException e) {
            return CompletableFuture.failedFuture(
                    new NotAvailableException("The %s is moving elsewhere".formatted(kind.name()), e));
        } catch (NotAvailableException | ProblemException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Reply> answerActive(AggregateQuery<R> query, int partition) {
        StoreSource.Partition source = stores.active(partition);
        R found = kind.readers().apply(source, query.id());
        if (found.sequence() > 0 && found.sequence() >= query.atLeast()) {
            return CompletableFuture.completedFuture(reply(query, found, Map.of()));
        }
        if (query.atLeast() == 0) {
            return answerUpToNow(query, partition);
        }
        return signals.whenReached(
                        query.id(),
                        query.atLeast(),
                        () -> kind.readers().apply(source, query.id()).sequence(),
                        atLeastTimeout)
                .handleAsync((reached, problem) -> problem, executor)
                .thenCompose(problem -> {
                    if (problem == null) {
                        return answerActive(query, partition);
                    }
                    return CompletableFuture.failedFuture(
                            Forwarder.cause(problem) instanceof TimeoutException ? notYet(query) : problem);
                });
    }

    /** Whoever was told of a new one comes at once, and may be quicker than the fold. */
    private CompletableFuture<Reply> answerUpToNow(AggregateQuery<R> query, int partition) {
        // An instance that has passed the question on waits no longer for the whole answer.
        Duration patience = query.forwardedAs() == null ? atLeastTimeout : forwardTimeout.dividedBy(2);
        return stores.upToNow(partition, patience)
                .thenApplyAsync(
                        upToNow -> reply(query, kind.readers().apply(stores.active(partition), query.id()), Map.of()),
                        executor);
    }

    /** What follows from afar does not wait: nothing tells when the other instance's changes arrive here. */
    private CompletableFuture<Reply> answerStandby(AggregateQuery<R> query, int partition) {
        try {
            return answerActive(query, partition);
        } catch (NotAvailableException | InvalidStateStoreException e) {
            // Still a standby, as expected; otherwise it has taken over meanwhile.
        }
        R found = kind.readers().apply(stores.stale(partition), query.id());
        if (found.sequence() == 0) {
            throw new NotAvailableException("This standby does not know the %s, or not yet".formatted(kind.name()));
        }
        if (query.exact()) {
            throw new NotAvailableException(
                    "Only the instance that holds the %s can give all of it, and it is away".formatted(kind.name()));
        }
        if (query.atLeast() > 0) {
            // Its records follow one by one, and that all of them contain an event is not promised.
            throw notYet(query);
        }
        long lag = stores.lag(partition);
        if (lag < 0) {
            throw new NotAvailableException("How far the copy here is behind is not known");
        }
        if (lag > StoreSource.COPY_LAG_MAXIMUM) {
            throw new NotAvailableException(
                    "The copy here is only being built; it is %d changes behind".formatted(lag));
        }
        try {
            return CompletableFuture.completedFuture(reply(query, found, Map.of(Headers.STALE, String.valueOf(lag))));
        } catch (ProblemException e) {
            throw new NotAvailableException("This standby knows nothing of it, or not yet: " + e.getMessage(), e);
        }
    }

    private Reply reply(AggregateQuery<R> query, R found, Map<String, String> more) {
        if (found.sequence() == 0) {
            throw unknown(query);
        }
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put(Headers.SEQUENCE, String.valueOf(found.sequence()));
        Reply reply;
        try {
            reply = Json.reply(query.handler().answer(found), headers);
        } catch (RuntimeException e) {
            throw found.isHere() ? e : unknown(query);
        }
        // What left meanwhile was perhaps read in part.
        if (!found.isHere()) {
            throw unknown(query);
        }
        return reply;
    }

    private ProblemException unknown(AggregateQuery<R> query) {
        return new ProblemException(kind.unknown(), "There is no %s %s, or not yet".formatted(kind.name(), query.id()));
    }

    private ProblemException notYet(AggregateQuery<R> query) {
        return new ProblemException(
                ProblemCode.NOT_YET,
                "The event %d of the %s has not arrived in the views yet".formatted(query.atLeast(), kind.name()));
    }
}
