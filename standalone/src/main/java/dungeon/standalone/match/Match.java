package dungeon.standalone.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Plays a match of bots: as the administrator it creates and starts a game, and then looks on like anybody else. A match
 * that a kill cut short is taken up again.
 */
public final class Match {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;
    private static final Duration PREPARATION_MAXIMUM = Duration.ofMinutes(2);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(5);
    private static final long POLL_MS = 100;

    private final Machine machine;
    private final Progress progress;
    private final MatchNote note;
    private final JsonHttp http = new JsonHttp();
    private final Consumer<String> onWatchable;

    /** A match on a machine that is running. */
    public Match(Machine machine, Progress progress) {
        this(machine, progress, address -> {});
    }

    /**
     * The same, for somebody who wants to watch.
     *
     * @param onWatchable gets the address of the page on which it is seen, as soon as it is on
     */
    public Match(Machine machine, Progress progress, Consumer<String> onWatchable) {
        this.machine = machine;
        this.progress = progress;
        this.onWatchable = onWatchable;
        this.note = new MatchNote(machine.resolve("match.json"));
    }

    /** Plays to the end, and prints the standings. */
    public void play(MatchPlan plan) throws IOException, InterruptedException {
        MatchNote.Begun match = unfinished().orElse(null);
        if (match == null) {
            match = create(plan);
        } else {
            progress.say("The match %s was not finished; it goes on instead of a new one".formatted(match.gameId()));
        }
        String gameId = match.gameId();
        machine.bots().play(gameId, match.players());
        int players = match.players().size();
        await(
                "the bots to join",
                gameId,
                game -> isOver(game) || game.path("participants").size() >= players);
        start(gameId);
        JsonNode last = watch(gameId);
        progress.print("");
        progress.print(Standings.table(last));
        note.remove();
    }

    private Optional<MatchNote.Begun> unfinished() throws IOException, InterruptedException {
        Optional<MatchNote.Begun> begun = note.read();
        if (begun.isEmpty()) {
            return begun;
        }
        try {
            return isOver(game(begun.get().gameId())) ? Optional.empty() : begun;
        } catch (HttpProblem e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private MatchNote.Begun create(MatchPlan plan) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("participantLimit", plan.players().size())
                .put("durationMs", plan.duration().toMillis());
        body.setAll(plan.map().request());
        JsonNode created = createWhenItsMapIsThere(body);
        MatchNote.Begun match = new MatchNote.Begun(created.path("gameId").asText(), plan.players());
        note.write(match);
        progress.say("Created the game %s on the map %s for %d bots"
                .formatted(match.gameId(), plan.map().name(), plan.players().size()));
        return match;
    }

    /** On a new machine, the map types that come with the dungeon go through the lobby first. */
    private JsonNode createWhenItsMapIsThere(JsonNode body) throws IOException, InterruptedException {
        long deadlineNanos = System.nanoTime() + PREPARATION_MAXIMUM.toNanos();
        while (true) {
            try {
                return http.post(machine.platform().ingestUrl() + "/games", machine.administratorToken(), body);
            } catch (HttpProblem e) {
                boolean worthRepeating = e.code().equals("UNKNOWN_MAP_TYPE") || e.status() == UNAVAILABLE;
                if (!worthRepeating || System.nanoTime() > deadlineNanos) {
                    throw e;
                }
            }
            requireSound();
            Thread.sleep(POLL_MS);
        }
    }

    private void start(String gameId) throws IOException, InterruptedException {
        try {
            http.post(
                    "%s/games/%s/start".formatted(machine.platform().ingestUrl(), gameId),
                    machine.administratorToken(),
                    null);
        } catch (HttpProblem e) {
            // It was started before the kill.
            if (e.status() != CONFLICT) {
                throw e;
            }
        }
        JsonNode game = await(
                "the start", gameId, state -> !state.path("state").asText().equals("CREATED"));
        String address = "%s/#/games/%s".formatted(machine.platform().queriesUrl(), gameId);
        progress.say("The match is on until %s; watch it at %s"
                .formatted(game.path("endsAt").asText(), address));
        onWatchable.accept(address);
    }

    /** Reports until the game is over, and gives the last scoreboard. */
    private JsonNode watch(String gameId) throws IOException, InterruptedException {
        Instant endsAt = Instant.parse(game(gameId).path("endsAt").asText());
        Instant nextReport = Instant.EPOCH;
        boolean firstRobotSeen = false;
        while (true) {
            JsonNode scoreboard = scoreboard(gameId);
            if (isOver(scoreboard)) {
                return scoreboard;
            }
            if (!firstRobotSeen && Standings.robots(scoreboard) > 0) {
                firstRobotSeen = true;
                progress.say("The first robot is on the map");
            }
            if (Instant.now().isAfter(nextReport)) {
                progress.say(Standings.line(Duration.between(Instant.now(), endsAt), scoreboard));
                nextReport = Instant.now().plus(REPORT_INTERVAL);
            }
            requireSound();
            Thread.sleep(POLL_MS);
        }
    }

    private JsonNode await(String what, String gameId, Predicate<JsonNode> condition)
            throws IOException, InterruptedException {
        long deadlineNanos = System.nanoTime() + PREPARATION_MAXIMUM.toNanos();
        while (System.nanoTime() < deadlineNanos) {
            try {
                JsonNode game = game(gameId);
                if (condition.test(game)) {
                    return game;
                }
            } catch (HttpProblem e) {
                // The read side hears of a new game a moment later.
                if (e.status() != NOT_FOUND) {
                    throw e;
                }
            }
            requireSound();
            Thread.sleep(POLL_MS);
        }
        throw new IllegalStateException(
                "Waited for %s in game %s for %d s, in vain".formatted(what, gameId, PREPARATION_MAXIMUM.toSeconds()));
    }

    private void requireSound() {
        if (machine.failure().isDone()) {
            Throwable cause = machine.failure().join();
            throw new IllegalStateException("A part of the system has failed: " + cause, cause);
        }
    }

    private JsonNode game(String gameId) throws IOException, InterruptedException {
        return query("/games/" + gameId);
    }

    private JsonNode scoreboard(String gameId) throws IOException, InterruptedException {
        return query("/games/%s/scoreboard".formatted(gameId));
    }

    /** The read side may need a moment for itself, such as after a restart. */
    private JsonNode query(String path) throws IOException, InterruptedException {
        long deadlineNanos = System.nanoTime() + PREPARATION_MAXIMUM.toNanos();
        while (true) {
            try {
                return http.get(machine.platform().queriesUrl() + path);
            } catch (IOException e) {
                boolean refused = e instanceof HttpProblem problem && problem.status() < 500;
                if (refused || System.nanoTime() > deadlineNanos) {
                    throw e;
                }
            }
            requireSound();
            Thread.sleep(POLL_MS);
        }
    }

    private static boolean isOver(JsonNode gameOrScoreboard) {
        return gameOrScoreboard.path("state").asText().equals("ENDED");
    }
}
