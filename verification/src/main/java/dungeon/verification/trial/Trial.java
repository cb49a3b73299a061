package dungeon.verification.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.queries.gamelog.GameLogReader;
import dungeon.robots.InMemoryGame;
import dungeon.standalone.bots.BotHost;
import dungeon.standalone.bots.BotKind;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.match.MapChoice;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.checks.GameAudit;
import dungeon.verification.checks.GameLog;
import dungeon.verification.checks.QueriesCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Plays a match of bots on an installation, two of them over HTTP and two straight on Kafka, disturbs it meanwhile, and holds the log and
 * the answers of all instances of the queries against the promises.
 */
public final class Trial {
    private static final String MAP = "example";
    private static final int BOTS = 4;
    private static final int ROBOTS_BEFORE_DISTURBANCE = 4;
    private static final Duration READY_MAXIMUM = Duration.ofMinutes(3);
    private static final Duration ANSWERED_MAXIMUM = Duration.ofMinutes(2);
    private static final Duration CALM = Duration.ofSeconds(5);
    private static final long POLL_MS = 100;

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
                NewEvents events = new NewEvents(gameId, platform.clientConfig())) {
            bots.play(gameId, BotKind.mixed(BOTS));
            await("the bots to join", gameId, game -> game.path("participants").size() >= BOTS);
            http.post("%s/games/%s/start".formatted(platform.ingestUrl(), gameId), token, null);
            await("the first robot", gameId + "/scoreboard", board -> robots(board) > 0);
            progress.say("The first robot is on the map");
            await("robots of all", gameId + "/scoreboard", board -> robots(board) >= ROBOTS_BEFORE_DISTURBANCE);
            for (String disturbance : plan.disturbances()) {
                disturb(disturbance, gameId, events);
            }
            await("the end", gameId, game -> game.path("state").asText().equals("ENDED"));
            bots.forget(gameId);
        } finally {
            remove(folder);
        }
        // What the bots sent last is decided by then.
        Thread.sleep(CALM.toMillis());
        examine(gameId);
    }

    private String create(String token) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("participantLimit", BOTS)
                .put("durationMs", plan.duration().toMillis());
        body.setAll(MapChoice.of(MAP).request());
        long deadlineNanos = System.nanoTime() + READY_MAXIMUM.toNanos();
        while (true) {
            try {
                String gameId = http.post(platform.ingestUrl() + "/games", token, body)
                        .path("gameId")
                        .asText();
                progress.say("Created the game %s".formatted(gameId));
                return gameId;
            } catch (IOException e) {
                // The lobby may still be reading its map types, or ingest be starting.
                if (!isPassing(e) || System.nanoTime() > deadlineNanos) {
                    throw e;
                }
            }
            Thread.sleep(POLL_MS);
        }
    }

    private static boolean isPassing(IOException e) {
        return !(e instanceof HttpProblem problem)
                || problem.status() >= 500
                || problem.code().equals("UNKNOWN_MAP_TYPE");
    }

    private void disturb(String command, String gameId, NewEvents events) throws IOException, InterruptedException {
        String decider = Decider.addressOf(events.partition(), platform.clientConfig());
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).inheritIO();
        shell.environment().put("DUNGEON_GAME", gameId);
        shell.environment().put("DUNGEON_DECIDER", decider);
        int exitCode = shell.start().waitFor();
        Instant disturbedAt = Instant.now();
        if (exitCode != 0) {
            throw new IllegalStateException("The command ended with exit code %d: %s".formatted(exitCode, command));
        }
        Duration silence = events.awaitOneAfter(disturbedAt, ANSWERED_MAXIMUM);
        progress.say("Answered again %.1f s after: %s".formatted(silence.toMillis() / 1e3, command));
        Thread.sleep(CALM.toMillis());
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
    }

    /** Asks the instances of the queries in turn, since any of them may be away. */
    private void await(String what, String path, Predicate<JsonNode> condition)
            throws IOException, InterruptedException {
        long deadlineNanos =
                System.nanoTime() + READY_MAXIMUM.plus(plan.duration()).toNanos();
        List<String> urls = plan.queriesUrls();
        for (int attempt = 0; System.nanoTime() < deadlineNanos; attempt++) {
            try {
                String url = urls.get(attempt % urls.size());
                if (condition.test(http.get("%s/games/%s".formatted(url, path)))) {
                    return;
                }
            } catch (HttpProblem e) {
                // The read side hears of a new game a moment later.
                if (e.status() != 404 && e.status() < 500) {
                    throw e;
                }
            } catch (IOException e) {
                progress.say("An instance of the queries is not there: " + e.getMessage());
            }
            Thread.sleep(POLL_MS);
        }
        throw new IllegalStateException("Waited for %s in vain (%s)".formatted(what, path));
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
