package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.views.GameReader;
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

/** Answers questions about a game: from the stores of this instance, or through the one that holds the game. */
final class GameQueries {
    private record Candidate(HostInfo instance, Role role) {}

    private final PartitionLocator locator;
    private final StoreSource stores;
    private final SequenceSignals signals;
    private final Forwarder forwarder;
    private final Executor executor;
    private final Duration atLeastTimeout;
    private final Duration forwardTimeout;

    GameQueries(
            PartitionLocator locator,
            StoreSource stores,
            SequenceSignals signals,
            Forwarder forwarder,
            Executor executor,
            Duration atLeastTimeout,
            Duration forwardTimeout) {
        this.locator = locator;
        this.stores = stores;
        this.signals = signals;
        this.forwarder = forwarder;
        this.executor = executor;
        this.atLeastTimeout = atLeastTimeout;
        this.forwardTimeout = forwardTimeout;
    }

    /** The answer; fails with a {@link ProblemException} or a {@link NotAvailableException}. */
    CompletableFuture<Reply> ask(GameQuery query) {
        Place place = locator.placeOf(query.gameId());
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

    private CompletableFuture<Reply> askNext(GameQuery query, int partition, Deque<Candidate> candidates) {
        Candidate next = candidates.remove();
        CompletableFuture<Reply> answer = next.instance().equals(locator.self())
                ? answerHere(query, partition, next.role())
                : forwarder.ask(next.instance(), query.pathAndQuery(), next.role(), timeout(query));
        return answer.exceptionallyCompose(problem -> {
            boolean another = Forwarder.cause(problem) instanceof NotAvailableException && !candidates.isEmpty();
            return another ? askNext(query, partition, candidates) : CompletableFuture.failedFuture(problem);
        });
    }

    private Duration timeout(GameQuery query) {
        return query.atLeast() > 0 ? forwardTimeout.plus(atLeastTimeout) : forwardTimeout;
    }

    private CompletableFuture<Reply> answerHere(GameQuery query, int partition, Role role) {
        try {
            return role == Role.ACTIVE ? answerActive(query, partition) : answerStandby(query, partition);
        } catch (InvalidStateStoreException e) {
            return CompletableFuture.failedFuture(new NotAvailableException("The game is moving elsewhere", e));
        } catch (NotAvailableException | ProblemException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Reply> answerActive(GameQuery query, int partition) {
        StoreSource.Partition source = stores.active(partition);
        GameReader game = new GameReader(source, query.gameId());
        if (game.sequence() > 0 && game.sequence() >= query.atLeast()) {
            return CompletableFuture.completedFuture(reply(query, game, Map.of()));
        }
        if (query.atLeast() == 0) {
            return answerUpToNow(query, partition);
        }
        return signals.whenReached(
                        query.gameId(),
                        query.atLeast(),
                        () -> new GameReader(source, query.gameId()).sequence(),
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

    /** Whoever was told of a new game comes at once, and may be quicker than the fold. */
    private CompletableFuture<Reply> answerUpToNow(GameQuery query, int partition) {
        // An instance that has passed the question on waits no longer for the whole answer.
        Duration patience = query.forwardedAs() == null ? atLeastTimeout : forwardTimeout.dividedBy(2);
        return stores.upToNow(partition, patience)
                .thenApplyAsync(
                        upToNow -> reply(query, new GameReader(stores.active(partition), query.gameId()), Map.of()),
                        executor);
    }

    /** What follows from afar does not wait: nothing tells when the other instance's changes arrive here. */
    private CompletableFuture<Reply> answerStandby(GameQuery query, int partition) {
        try {
            return answerActive(query, partition);
        } catch (NotAvailableException | InvalidStateStoreException e) {
            // Still a standby, as expected; otherwise it has taken over meanwhile.
        }
        GameReader game = new GameReader(stores.stale(partition), query.gameId());
        if (game.sequence() == 0) {
            throw new NotAvailableException("This standby does not know the game, or not yet");
        }
        if (query.exact()) {
            throw new NotAvailableException("Only the instance that holds the game can give all of it, and it is away");
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
            return CompletableFuture.completedFuture(reply(query, game, Map.of(Headers.STALE, String.valueOf(lag))));
        } catch (ProblemException e) {
            throw new NotAvailableException("This standby knows nothing of it, or not yet: " + e.getMessage(), e);
        }
    }

    private Reply reply(GameQuery query, GameReader game, Map<String, String> more) {
        if (game.sequence() == 0) {
            throw unknown(query);
        }
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put(Headers.SEQUENCE, String.valueOf(game.sequence()));
        Reply reply;
        try {
            reply = Json.reply(query.handler().answer(game), headers);
        } catch (RuntimeException e) {
            throw game.isHere() ? e : unknown(query);
        }
        // A game that left meanwhile was perhaps read in part.
        if (!game.isHere()) {
            throw unknown(query);
        }
        return reply;
    }

    private static ProblemException unknown(GameQuery query) {
        return new ProblemException(
                ProblemCode.UNKNOWN_GAME, "There is no game %s, or not yet".formatted(query.gameId()));
    }

    private static ProblemException notYet(GameQuery query) {
        return new ProblemException(
                ProblemCode.NOT_YET,
                "The event %d of the game has not arrived in the views yet".formatted(query.atLeast()));
    }
}
