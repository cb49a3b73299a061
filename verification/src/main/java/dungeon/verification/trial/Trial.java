package dungeon.verification.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.bots.BotHost;
import dungeon.players.bots.BotKind;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.queries.gamelog.GameLogReader;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.machine.Waiting;
import dungeon.standalone.match.MapChoice;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.checks.GameAudit;
import dungeon.verification.checks.GameLog;
import dungeon.verification.checks.HistoryCheck;
import dungeon.verification.checks.QueriesCheck;
import dungeon.verification.cluster.TopologyGroup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Plays a match of bots on an installation, two of them over HTTP and two straight on Kafka, disturbs it meanwhile, and holds the log and
 * the answers of all instances of the queries against the promises.
 */
public final class Trial {
    private static final String MAP = "example";
    private static final int BOTS = 4;
    private static final int UNKNOWN = 404;
    private static final int ROBOTS_BEFORE_DISTURBANCE = 4;
    private static final Duration READY_MAXIMUM = Duration.ofMinutes(3);
    private static final Duration KNOWN_MAXIMUM = Duration.ofMinutes(1);
    private static final Duration DISTURBANCE_MAXIMUM = Duration.ofMinutes(2);
    /** A connector goes on some seconds after the broker that it had was lost. */
    private static final Duration HISTORY_MAXIMUM = Duration.ofMinutes(1);

    private static final Duration ANSWERED_MAXIMUM = Duration.ofMinutes(2);

    private final TrialPlan plan;
    private final Platform platform;
    private final Progress progress;
    private final JsonHttp http = new JsonHttp();

    public Trial(TrialPlan plan, Progress progress) {
        this.plan = plan;
        this.platform = plan.platform();
        this.progress = progress;
    }

    /**
     * Runs it; says on the way what happens and how long it takes.
     *
     * @throws BrokenPromiseException with the first promise that is not kept
     * @throws IllegalStateException if something does not come about in time
     */
    public void run() throws IOException, InterruptedException {
        String token = Files.readString(plan.administratorToken()).strip();
        String gameId = create(token);
        Path folder = Files.createTempDirectory("dungeon-trial");
        try (BotHost bots = new BotHost(folder, platform);
                NewEvents events = new NewEvents(gameId, platform.clientConfig());
                TopologyGroup group = new TopologyGroup(platform.clientConfig())) {
            bots.play(gameId, BotKind.mixed(BOTS));
            await("the bots to join", gameId, game -> game.path("participants").size() >= BOTS);
            http.post("%s/games/%s/start".formatted(platform.ingestUrl(), gameId), token, null);
            await("the first robot", gameId + "/scoreboard", board -> robots(board) > 0);
            progress.say("The first robot is on the map");
            await("robots of all", gameId + "/scoreboard", board -> robots(board) >= ROBOTS_BEFORE_DISTURBANCE);
            for (String disturbance : plan.disturbances()) {
                disturb(disturbance, gameId, events, group);
            }
            await("the end", gameId, game -> game.path("state").asText().equals("ENDED"));
            bots.forget(gameId);
            // Bots may have sent orders after the end, each of which has its outcome too.
            if (!group.awaitAllTaken(events.commands(), ANSWERED_MAXIMUM)) {
                throw new IllegalStateException(
                        "There are commands in %s that nobody takes".formatted(events.commands()));
            }
            if (!group.awaitReadable(List.of(Topics.EVENTS.name()), ANSWERED_MAXIMUM)) {
                throw new IllegalStateException("Readers do not get past an open transaction in %s within %s"
                        .formatted(Topics.EVENTS.name(), ANSWERED_MAXIMUM));
            }
        } finally {
            remove(folder);
        }
        examine(gameId);
    }

    private String create(String token) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                // So that asking again makes no other game.
                .put("commandId", UUID.randomUUID().toString())
                .put("participantLimit", BOTS)
                .put("durationMs", plan.duration().toMillis());
        body.setAll(MapChoice.of(MAP).request());
        AtomicReference<String> gameId = new AtomicReference<>();
        // The lobby may still be reading its map types, or ingest be starting.
        awaitAnswer(READY_MAXIMUM, "a game", () -> {
            gameId.set(http.post(platform.ingestUrl() + "/games", token, body)
                    .path("gameId")
                    .asText());
            return true;
        });
        progress.say("Created the game %s".formatted(gameId.get()));
        return gameId.get();
    }

    /** What somebody answers, who may be away or not know it yet. */
    private interface Question {
        boolean isAnswered() throws IOException, InterruptedException;
    }

    private void awaitAnswer(Duration atMost, String what, Question question) throws IOException, InterruptedException {
        AtomicReference<IOException> last = new AtomicReference<>();
        boolean came = Waiting.until(
                () -> {
                    try {
                        last.set(null);
                        return question.isAnswered();
                    } catch (IOException e) {
                        last.set(e);
                        return !isPassing(e);
                    }
                },
                atMost);
        if (last.get() != null) {
            throw new IOException(
                    "There is not %s (%s)".formatted(what, last.get().getMessage()), last.get());
        }
        if (!came) {
            throw new IllegalStateException("Waited for %s in vain".formatted(what));
        }
    }

    /** The read side hears of a new game a moment later, and the lobby of the maps that it knows by itself. */
    private static boolean isPassing(IOException e) {
        return !(e instanceof HttpProblem problem)
                || problem.status() >= 500
                || problem.status() == UNKNOWN
                || problem.code().equals("UNKNOWN_MAP_TYPE");
    }

    private void disturb(String command, String gameId, NewEvents events, TopologyGroup group)
            throws IOException, InterruptedException {
        String decider = group.awaitAddressOf(events.commands(), KNOWN_MAXIMUM)
                .orElseThrow(() -> new IllegalStateException("No instance of the topology has " + events.commands()));
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).inheritIO();
        shell.environment().put("DUNGEON_GAME", gameId);
        shell.environment().put("DUNGEON_DECIDER", decider);
        Process process = shell.start();
        if (!process.waitFor(DISTURBANCE_MAXIMUM.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw new IllegalStateException(
                    "The command did not end within %s: %s".formatted(DISTURBANCE_MAXIMUM, command));
        }
        Instant disturbedAt = Instant.now();
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "The command ended with exit code %d: %s".formatted(process.exitValue(), command));
        }
        Duration silence = events.awaitOneAfter(disturbedAt, ANSWERED_MAXIMUM);
        progress.say("Answered again %.1f s after: %s".formatted(silence.toMillis() / 1e3, command));
    }

    private void examine(String gameId) throws IOException, InterruptedException {
        RemoteKeys keys = new RemoteKeys(URI.create(platform.ingestUrl() + "/.well-known/jwks.json"));
        GameLogReader reader = GameLogReader.of(platform.clientConfig(), () -> new TokenVerifier(keys));
        GameLog log = GameLog.read(reader, gameId);
        GameAudit.Extent extent = GameAudit.of(log);
        InMemoryGame world = new InMemoryGame(gameId);
        log.events().forEach(world::fold);
        for (String url : plan.queriesUrls()) {
            new QueriesCheck(url).answersAreTheFold(world);
        }
        progress.say(
                "%d commands give the %d published events byte for byte, the auditor finds nothing, and %d instances of the queries answer what the events say"
                        .formatted(
                                extent.commands(),
                                extent.events(),
                                plan.queriesUrls().size()));
        if (plan.historyUrl().isPresent()) {
            examineHistory(new HistoryCheck(plan.historyUrl().get()), log);
        }
    }

    private void examineHistory(HistoryCheck history, GameLog log) throws IOException, InterruptedException {
        awaitAnswer(HISTORY_MAXIMUM, "the whole game in the history", () -> history.hasAllOf(log));
        history.answersAreTheLog(log);
        progress.say("The history has the game, its result and each of its events");
    }

    /** Asks the instances of the queries in turn, since any of them may be away. */
    private void await(String what, String path, Predicate<JsonNode> condition)
            throws IOException, InterruptedException {
        List<String> urls = plan.queriesUrls();
        AtomicInteger attempt = new AtomicInteger();
        awaitAnswer(READY_MAXIMUM.plus(plan.duration()), "%s (%s)".formatted(what, path), () -> {
            String url = urls.get(attempt.getAndIncrement() % urls.size());
            return condition.test(http.get("%s/games/%s".formatted(url, path)));
        });
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static int robots(JsonNode scoreboard) {
        int robots = 0;
        for (JsonNode player : scoreboard.path("overall")) {
            robots += player.path("robots").asInt();
        }
        return robots;
    }
}
