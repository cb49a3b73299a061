package dungeon.verification.siege;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.bots.BotHost;
import dungeon.players.bots.BotKind;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.standalone.machine.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Games that practice bots play, and two measured players in each of them: one over HTTP and one straight on Kafka. */
public final class HonestPlay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HonestPlay.class);
    static final int GAMES = 3;
    static final int BOTS = 2;
    private static final int PLACES = 8;
    /** Of each measured player, so that a minute gives more than a thousand outcomes, of which p99 is worth something. */
    static final long COMMAND_EACH_MS = 250;

    /** What waits longer at the end of a span is counted there, and not in the next one. */
    private static final long PENDING_MAXIMUM_MS = 10_000;

    private final Platform platform;
    private final String administratorToken;
    private final Duration length;
    private final BotHost bots;
    private final JsonHttp http = new JsonHttp();
    private final List<String> gameIds = new ArrayList<>();
    private final List<MeasuredPlayer> players = new ArrayList<>();
    private final ScheduledExecutorService pace =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "honest-pace"));
    private final KafkaOutcomes outcomes;
    private final HonestAnswers answers = new HonestAnswers();

    /** @param length of the games; longer than anything that is to be measured */
    public HonestPlay(Platform platform, String administratorToken, Duration length, Path folder) {
        this(platform, platform, administratorToken, length, folder);
    }

    /**
     * The same, seen by somebody else.
     *
     * @param seenBy where those find the brokers who look at outcomes
     */
    public HonestPlay(Platform platform, Platform seenBy, String administratorToken, Duration length, Path folder) {
        this.platform = platform;
        this.administratorToken = administratorToken;
        this.length = length;
        bots = new BotHost(folder, platform);
        outcomes = new KafkaOutcomes(seenBy, answers);
    }

    /** Starts the games and lets everybody play; returns when all do. */
    public void start() throws IOException, InterruptedException {
        for (int i = 0; i < GAMES; i++) {
            String gameId = create();
            gameIds.add(gameId);
            MeasuredPlayer overHttp = MeasuredPlayer.overHttp(platform, gameId, answers);
            MeasuredPlayer onKafka = MeasuredPlayer.onKafka(platform, gameId, answers, outcomes);
            for (MeasuredPlayer player : List.of(overHttp, onKafka)) {
                player.join();
                players.add(player);
            }
            // An even number for each way of playing: the first two of the house play over HTTP and on Kafka.
            bots.play(gameId, BotKind.mixed(BOTS));
            http.post(platform.ingestUrl() + "/games/" + gameId + "/start", administratorToken, null);
            overHttp.buyRobots();
            onKafka.buyRobots();
        }
        for (int i = 0; i < players.size(); i++) {
            MeasuredPlayer player = players.get(i);
            var unused = pace.scheduleAtFixedRate(
                    () -> command(player),
                    i * COMMAND_EACH_MS / players.size(),
                    COMMAND_EACH_MS,
                    TimeUnit.MILLISECONDS);
        }
    }

    List<String> gameIds() {
        return List.copyOf(gameIds);
    }

    /** When, by {@link System#nanoTime}, that command on Kafka was sent which was answered last of those of a game. */
    long answeredUpTo(String gameId) {
        return outcomes.answeredUpTo(gameId);
    }

    /** Waits until commands that are sent from now on have outcomes in each game; whether that came to pass. */
    public boolean awaitAnswered(Duration atMost) throws InterruptedException {
        long nowNanos = System.nanoTime();
        return Waiting.until(
                () -> gameIds.stream().allMatch(gameId -> outcomes.answeredUpTo(gameId) > nowNanos), atMost);
    }

    /** The longest that an outcome has taken since the last call, in ms; 0 if none came. */
    long longestMs() {
        return answers.longestMs();
    }

    /** What has come since the last call; commands without an outcome for long are among it. */
    public HonestAnswers.Span next() {
        outcomes.giveUp(PENDING_MAXIMUM_MS);
        return answers.next();
    }

    @Override
    public void close() {
        pace.shutdownNow();
        bots.close();
        players.forEach(MeasuredPlayer::close);
        outcomes.close();
    }

    private String create() throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("participantLimit", PLACES)
                .put("durationMs", length.toMillis())
                .put("mapTypeId", ShippedMaps.idOf(ShippedMaps.EXAMPLE));
        JsonNode created = http.post(platform.ingestUrl() + "/games", administratorToken, body);
        return created.path("gameId").asText();
    }

    private static void command(MeasuredPlayer player) {
        try {
            player.command();
        } catch (RuntimeException e) {
            // A fixed rate ends with the first exception, and then nothing would be measured any more.
            LOG.error("An honest player cannot command", e);
        }
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
