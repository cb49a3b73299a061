package dungeon.players.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One connection to a game's events (server-sent events). It ends when the service ends it, when it breaks, and when nothing
 * has come for a minute; whoever wants more opens another one behind the last event.
 */
final class EventStream implements AutoCloseable {
    /** The queries send a sign of life every few seconds, so whoever is silent for so long is gone. */
    private static final Duration IDLE_MAXIMUM = Duration.ofSeconds(60);

    /** So many events may wait here; a player that does not keep up holds up the service, not its own memory. */
    private static final int WAITING_MAXIMUM = 10_000;

    private static final String DATA = "data:";
    private static final int OK = 200;

    private final Duration idleMaximum;
    private final BlockingQueue<JsonNode> waiting = new LinkedBlockingQueue<>();
    private final Lines lines = new Lines();
    private final CompletableFuture<?> response;
    private volatile long heardNanos = System.nanoTime();
    private volatile Flow.Subscription subscription;
    private volatile Throwable end;
    private boolean resting;

    /** Begins to listen. */
    EventStream(HttpClient client, String url) {
        this(client, url, IDLE_MAXIMUM);
    }

    EventStream(HttpClient client, String url, Duration idleMaximum) {
        this.idleMaximum = idleMaximum;
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/event-stream")
                // Streams of programs and of those who watch are counted apart.
                .header("Dungeon-Client", "program")
                .build();
        response = client.sendAsync(
                        request,
                        answer -> answer.statusCode() == OK
                                ? HttpResponse.BodySubscribers.fromLineSubscriber(
                                        lines, ignored -> "", StandardCharsets.UTF_8, null)
                                : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8))
                .whenComplete((answer, problem) -> {
                    if (problem != null) {
                        finish(problem);
                    } else if (answer.statusCode() != OK) {
                        finish(new HttpProblem(answer.statusCode(), "", answer.body(), url, "", 0));
                    }
                });
    }

    /** The events that have come meanwhile, in order; waits for the first one, and is empty if none comes in time. */
    List<JsonNode> next(long waitMs) throws InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        JsonNode first = waiting.poll(waitMs, TimeUnit.MILLISECONDS);
        if (first != null) {
            events.add(first);
            waiting.drainTo(events);
            askForMore();
        }
        return events;
    }

    /** Why nothing more will come, once all that has come was taken; empty as long as it goes on. */
    Optional<Throwable> end() {
        if (!waiting.isEmpty()) {
            return Optional.empty();
        }
        long silentNanos = System.nanoTime() - heardNanos;
        if (end == null && silentNanos > idleMaximum.toNanos()) {
            return Optional.of(new IllegalStateException(
                    "Nothing has come for %d s".formatted(TimeUnit.NANOSECONDS.toSeconds(silentNanos))));
        }
        return Optional.ofNullable(end);
    }

    @Override
    public void close() {
        Flow.Subscription last = subscription;
        if (last != null) {
            last.cancel();
        }
        response.cancel(true);
    }

    private void finish(Throwable cause) {
        if (end == null) {
            end = cause;
        }
    }

    private synchronized void askForMore() {
        if (resting && waiting.size() < WAITING_MAXIMUM) {
            resting = false;
            subscription.request(1);
        }
    }

    private synchronized void takeNext() {
        resting = waiting.size() >= WAITING_MAXIMUM;
        if (!resting) {
            subscription.request(1);
        }
    }

    private final class Lines implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription opened) {
            subscription = opened;
            heardNanos = System.nanoTime();
            opened.request(1);
        }

        @Override
        public void onNext(String line) {
            heardNanos = System.nanoTime();
            if (line.startsWith(DATA)) {
                waiting.add(JsonHttp.parse(line.substring(DATA.length())));
            }
            takeNext();
        }

        @Override
        public void onError(Throwable problem) {
            finish(problem);
        }

        @Override
        public void onComplete() {
            finish(new IllegalStateException("The service has ended the stream"));
        }
    }
}
