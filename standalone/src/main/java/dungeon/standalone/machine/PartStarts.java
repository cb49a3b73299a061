package dungeon.standalone.machine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts parts side by side, each in a thread of its own. */
final class PartStarts implements AutoCloseable {
    private static final Duration WAIT_NOTICE = Duration.ofSeconds(10);
    /** No part has longer to start. */
    private static final Duration END_MAXIMUM = Duration.ofMinutes(2);

    private final Progress progress;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, CompletableFuture<Void>> starts = new LinkedHashMap<>();

    PartStarts(Progress progress) {
        this.progress = progress;
    }

    /**
     * Starts a part as soon as those that it needs have started.
     *
     * @param needed names of parts that were given before; none if it is started at once
     */
    void begin(String part, Callable<Void> start, String... needed) {
        CompletableFuture<?>[] before = Stream.of(needed).map(starts::get).toArray(CompletableFuture[]::new);
        starts.put(part, CompletableFuture.allOf(before).thenCompose(nothing -> starting(start)));
    }

    /**
     * Waits for all, but no longer for the rest if one fails.
     *
     * @throws RuntimeException with which the first one failed
     */
    void awaitAll() throws InterruptedException {
        CompletableFuture<Void> oneFailed = new CompletableFuture<>();
        starts.values()
                .forEach(start -> start.exceptionally(problem -> {
                    oneFailed.completeExceptionally(problem);
                    return null;
                }));
        CompletableFuture<Void> all = CompletableFuture.allOf(starts.values().toArray(CompletableFuture[]::new));
        while (true) {
            try {
                CompletableFuture.anyOf(all, oneFailed).get(WAIT_NOTICE.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                progress.say("Waiting for "
                        + starts.entrySet().stream()
                                .filter(start -> !start.getValue().isDone())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.joining(", ")));
            } catch (ExecutionException e) {
                throw asRuntime(e.getCause());
            }
        }
    }

    /** Tells whatever is still starting to end, and waits for that: it uses the data folder until then. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(END_MAXIMUM.toMillis(), TimeUnit.MILLISECONDS)) {
                progress.say("A part neither starts nor ends within " + END_MAXIMUM);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> starting(Callable<Void> start) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                done.complete(start.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private static RuntimeException asRuntime(Throwable problem) {
        boolean wraps = problem instanceof CompletionException || problem instanceof ExecutionException;
        Throwable cause = wraps && problem.getCause() != null ? problem.getCause() : problem;
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause.toString(), cause);
    }
}
