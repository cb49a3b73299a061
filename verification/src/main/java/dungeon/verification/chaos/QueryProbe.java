package dungeon.verification.chaos;

import dungeon.standalone.machine.Waiting;
import dungeon.verification.checks.BrokenPromiseException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks both instances of the queries for one robot of a running game, again and again, as a player would: what one instance
 * does not answer is asked of the other. It knows for how long a robot could not be had.
 */
public final class QueryProbe implements AutoCloseable {
    /** The part of the time for an answer in which there must be a connection. */
    private static final int CONNECTING = 3;

    private static final Style USUAL = new Style(100, Duration.ofSeconds(3), 2, false, false);
    /** The robots of a while ago are in the views, unless something is wrong. */
    private static final Duration ROBOT_AGE = Duration.ofSeconds(5);

    private static final Duration GAME_LEFT = Duration.ofSeconds(5);
    /** A question that has no answer for longer goes to an instance that hangs, or to nobody. */
    private static final Duration ANSWER_LATE = Duration.ofSeconds(5);

    private static final String STALE = "Dungeon-Stale";
    private static final String EITHER = "either";
    /** What stands in the place of a game for questions that go on to ingest. */
    private static final String INGEST = "ingest";

    private static final String BEHIND_THE_DOOR = "/ingest/.well-known/jwks.json";

    /**
     * How it asks.
     *
     * @param intervalMs from one question about a robot to the next
     * @param answerMaximum how long it waits for an answer
     * @param games of how many at a time
     * @param oneAtATime whether a question that has no answer yet is not asked again; then an instance that hangs is seen to be back later
     * @param throughTheDoor whether ingest is asked for its keys too, through the door of each instance
     */
    public record Style(
            long intervalMs, Duration answerMaximum, int games, boolean oneAtATime, boolean throughTheDoor) {}

    /**
     * What was found in some time.
     *
     * @param longestMs for how long a robot was not to be had, by instance, and from either of them
     * @param asked how many questions were asked
     * @param aboutRobots how many of these were about robots
     * @param stale how many were answered by a standby
     * @param stalestChanges how many changes such an answer was behind at most
     * @param notFreshMs the longest time between two answers that came from no standby, from whichever instance
     * @param failures how many questions had no answer, by who was asked and what came instead
     */
    public record Findings(
            Map<String, Long> longestMs,
            long asked,
            long aboutRobots,
            long stale,
            long stalestChanges,
            long notFreshMs,
            Map<String, Map<String, Long>> failures) {
        public Findings {
            longestMs = Map.copyOf(longestMs);
            failures = Map.copyOf(failures);
        }

        /** For how long a robot was not to be had from any instance. */
        public long eitherMs() {
            return longestMs.getOrDefault(EITHER, 0L);
        }
    }

    private final List<String> urls;
    private final LiveLog live;
    private final Style style;
    private final HttpClient http;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(QueryProbe::daemon);
    /** Since when a robot is not to be had; by instance and game. */
    private final Map<String, Long> failingSinceNanos = new HashMap<>();

    /** Since when a question waits for its answer; by instance and game. */
    private final Map<String, Long> unansweredSinceNanos = new ConcurrentHashMap<>();

    /** When the last question was asked that was answered by no standby; by instance. */
    private final Map<String, Long> freshAskedNanos = new HashMap<>();

    private final Map<String, Long> longestMs = new TreeMap<>();
    private final Map<String, Map<String, Long>> failures = new TreeMap<>();
    /** When the last answer came that was from no standby, by game; before the first one, when it was first asked for. */
    private final Map<String, Long> freshNanos = new HashMap<>();

    private long notFreshNanos;
    private long asked;
    private long aboutRobots;
    private long stale;
    private long stalestChanges;

    QueryProbe(List<String> urls, LiveLog live) {
        this(urls, live, USUAL);
    }

    public QueryProbe(List<String> urls, LiveLog live, Style style) {
        this.urls = urls;
        this.live = live;
        this.style = style;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(style.answerMaximum().dividedBy(CONNECTING))
                .build();
    }

    // A probe that fails says so when its time-out is over.
    @SuppressWarnings("FutureReturnValueIgnored")
    public void start() {
        clock.scheduleAtFixedRate(this::ask, 0, style.intervalMs(), TimeUnit.MILLISECONDS);
    }

    /** What was found since the last call. */
    public synchronized Findings findings() {
        long now = System.nanoTime();
        failingSinceNanos.forEach((key, since) -> note(key, now - since));
        freshNanos.values().forEach(last -> notFresh(now - last));
        Findings findings =
                new Findings(longestMs, asked, aboutRobots, stale, stalestChanges, notFreshNanos / 1_000_000, failures);
        notFreshNanos = 0;
        longestMs.clear();
        failures.clear();
        asked = 0;
        aboutRobots = 0;
        stale = 0;
        stalestChanges = 0;
        return findings;
    }

    /**
     * Waits until every robot that is asked for can be had, and no question waits for its answer for long.
     *
     * @throws BrokenPromiseException if that does not come about in time
     */
    public void awaitContent(Duration atMost) throws InterruptedException {
        if (!Waiting.until(this::isContent, atMost)) {
            throw new BrokenPromiseException("A query fails for good: longer than " + atMost);
        }
    }

    private synchronized boolean isContent() {
        long now = System.nanoTime();
        return failingSinceNanos.isEmpty()
                && unansweredSinceNanos.values().stream().noneMatch(since -> now - since > ANSWER_LATE.toNanos());
    }

    /**
     * Waits until each instance has answered something that was asked after now, and not as a standby.
     *
     * @throws BrokenPromiseException if that does not come about in time
     */
    public void awaitFresh(Duration atMost) throws InterruptedException {
        long sinceNanos = System.nanoTime();
        if (!Waiting.until(() -> areFresh(sinceNanos), atMost)) {
            throw new BrokenPromiseException(
                    "An instance of the queries answers nothing, or as a standby only: longer than " + atMost);
        }
    }

    private synchronized boolean areFresh(long sinceNanos) {
        return freshAskedNanos.size() == urls.size()
                && freshAskedNanos.values().stream().allMatch(askedNanos -> askedNanos - sinceNanos > 0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void ask() {
        List<String> gameIds =
                live.running(GAME_LEFT).stream().limit(style.games()).toList();
        forgetAllBut(gameIds);
        for (int i = 0; style.throughTheDoor() && i < urls.size(); i++) {
            ask("door-" + (i + 1), urls.get(i) + BEHIND_THE_DOOR, INGEST);
        }
        for (String gameId : gameIds) {
            live.robotsOf(gameId).stream()
                    .filter(robot -> System.nanoTime() - robot.sinceNanos() > ROBOT_AGE.toNanos())
                    .findFirst()
                    .ifPresent(robot -> {
                        expectFresh(gameId);
                        for (int i = 0; i < urls.size(); i++) {
                            String url = "%s/games/%s/robots/%s".formatted(urls.get(i), gameId, robot.robotId());
                            ask("queries-" + (i + 1), url, gameId);
                        }
                    });
        }
    }

    // The answer is heard of in the call-back.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void ask(String instance, String url, String gameId) {
        String question = instance + " " + gameId;
        long askedNanos = System.nanoTime();
        if (unansweredSinceNanos.putIfAbsent(question, askedNanos) != null && style.oneAtATime()) {
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(style.answerMaximum())
                .build();
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((response, problem) -> {
            unansweredSinceNanos.remove(question);
            hear(instance, gameId, askedNanos, response, problem);
        });
    }

    private synchronized void hear(
            String instance, String gameId, long askedNanos, HttpResponse<String> response, Throwable problem) {
        asked++;
        boolean isAboutRobot = !gameId.equals(INGEST);
        if (isAboutRobot) {
            aboutRobots++;
        }
        String key = instance + " " + gameId;
        String either = EITHER + " " + gameId;
        if (response == null || response.statusCode() != 200) {
            failures.computeIfAbsent(instance, who -> new TreeMap<>())
                    .merge(FailedQuery.name(response, problem), 1L, Long::sum);
            failingSinceNanos.putIfAbsent(key, askedNanos);
            boolean all = true;
            for (int i = 0; i < urls.size(); i++) {
                all &= failingSinceNanos.containsKey("queries-" + (i + 1) + " " + gameId);
            }
            if (all) {
                failingSinceNanos.putIfAbsent(either, askedNanos);
            }
            return;
        }
        recovered(key);
        recovered(either);
        Optional<String> behind = response.headers().firstValue(STALE);
        if (behind.isEmpty()) {
            long now = System.nanoTime();
            Optional.ofNullable(freshNanos.replace(gameId, now)).ifPresent(last -> notFresh(now - last));
            if (isAboutRobot) {
                freshAskedNanos.merge(instance, askedNanos, Math::max);
            }
        }
        behind.ifPresent(changes -> {
            stale++;
            if (!changes.equals("unknown")) {
                stalestChanges = Math.max(stalestChanges, Long.parseLong(changes));
            }
        });
    }

    private void recovered(String key) {
        Long since = failingSinceNanos.remove(key);
        if (since != null) {
            note(key, System.nanoTime() - since);
        }
    }

    private synchronized void expectFresh(String gameId) {
        freshNanos.putIfAbsent(gameId, System.nanoTime());
    }

    private void notFresh(long nanos) {
        notFreshNanos = Math.max(notFreshNanos, nanos);
    }

    private void note(String key, long nanos) {
        longestMs.merge(key.substring(0, key.indexOf(' ')), nanos / 1_000_000, Math::max);
    }

    private synchronized void forgetAllBut(List<String> gameIds) {
        long now = System.nanoTime();
        failingSinceNanos.entrySet().removeIf(failing -> {
            String key = failing.getKey();
            String gameId = key.substring(key.indexOf(' ') + 1);
            boolean over = !gameId.equals(INGEST) && !gameIds.contains(gameId);
            if (over) {
                note(key, now - failing.getValue());
            }
            return over;
        });
        freshNanos.entrySet().removeIf(game -> {
            boolean over = !gameIds.contains(game.getKey());
            if (over) {
                notFresh(now - game.getValue());
            }
            return over;
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "query-probe");
        thread.setDaemon(true);
        return thread;
    }
}
