package dungeon.players.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.players.tictactoe.RoomSeat;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a bot into each open room that waits for one, as many as there is room for; the others wait. Several instances share the rooms: whoever
 * gets the seat plays, and the others hear that it is taken. After a start they go on in the rooms in which they have a seat.
 */
public final class RoomBots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RoomBots.class);

    /** Rooms at a time, each with a thread and a stream of events: 48 beside the 144 of practice games, and the queries let an address follow 200. */
    static final int ROOMS_MAXIMUM = 48;

    /** A bot waits for no move longer than a minute: whoever gives himself more, and does not move, would keep it from others. */
    static final long MOVE_MAXIMUM_MS = 60_000;

    /** As many as a room has. */
    private static final int ROUNDS = 100;

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    /** Looking takes a tenth of the time at most, however many rooms strangers open. */
    private static final int PAUSE_FACTOR = 9;

    /** As many as the queries list at once. */
    private static final int PAGE = 200;

    /** Rooms in which a bot has a seat and is not there: after a start, and after trouble. */
    private static final Duration LOOK_BACK_EVERY = Duration.ofSeconds(30);

    /** After a refusal a room is left alone for a while: the seat was taken, and the list does not show it yet. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    /** Rooms that are left alone; of more, the oldest are tried again sooner. */
    private static final int LEFT_ALONE_MAXIMUM = 1_000;

    /** So often in a row, a second apart, a bot goes back into a room from which it hears nothing. */
    private static final int TRIES_MAXIMUM = 30;

    private static final Duration TRY_PAUSE = Duration.ofSeconds(1);

    private static final int NOT_FOUND = 404;

    private static final Duration STOP_MAXIMUM = Duration.ofSeconds(5);

    private final Path folder;
    private final Platform platform;
    private final Map<RoomBot, Credentials> players = new ConcurrentHashMap<>();
    private final Map<String, Long> leftAloneUntilNanos = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > LEFT_ALONE_MAXIMUM;
        }
    });
    private final Set<String> playing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger waiting = new AtomicInteger();
    private final JsonHttp http = new JsonHttp();
    private final ExecutorService rooms = Executors.newFixedThreadPool(ROOMS_MAXIMUM, task -> {
        Thread thread = new Thread(task, "room-bot");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread looking = new Thread(this::look, "room-bots");

    private RoomBots(Path folder, Platform platform, MeterRegistry meters) {
        this.folder = folder;
        this.platform = platform;
        Gauge.builder("dungeon.bots.rooms", playing, Set::size)
                .description("Rooms of tic-tac-toe that are played in here")
                .register(meters);
        Gauge.builder("dungeon.bots.rooms.waiting", waiting, AtomicInteger::get)
                .description("Rooms that wait for a bot, and for which there is none here")
                .register(meters);
    }

    /**
     * Begins to look for rooms. Waits for nobody: who is away is asked again.
     *
     * @param folder keeps who the bots are; made if it is missing
     */
    public static RoomBots start(Path folder, Platform platform, MeterRegistry meters) {
        RoomBots bots = new RoomBots(folder, platform, meters);
        bots.looking.setDaemon(true);
        bots.looking.start();
        return bots;
    }

    /** Whether it goes on to look for rooms, found or not. */
    public boolean isLooking() {
        return looking.isAlive();
    }

    @Override
    public void close() {
        looking.interrupt();
        rooms.shutdownNow();
        try {
            looking.join(STOP_MAXIMUM.toMillis());
            if (!rooms.awaitTermination(STOP_MAXIMUM.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The bots of rooms did not stop within {}", STOP_MAXIMUM);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long lookBackAtNanos = System.nanoTime();
        String problem = null;
        try {
            while (true) {
                long beganNanos = System.nanoTime();
                try {
                    rememberPlayers();
                    if (beganNanos - lookBackAtNanos >= 0) {
                        lookThrough("PLAYING");
                        lookThrough("OVER");
                        lookBackAtNanos = beganNanos + LOOK_BACK_EVERY.toNanos();
                    }
                    waiting.set(lookThrough("WAITING"));
                    problem = null;
                } catch (IOException | RuntimeException e) {
                    // Queries of a build without rooms have none.
                    String now = e instanceof HttpProblem answer && answer.status() == NOT_FOUND
                            ? null
                            : "Rooms are not found for the moment: " + e;
                    if (now != null && !now.equals(problem)) {
                        LOG.warn("{}", now);
                    }
                    problem = now;
                }
                long tookMs = (System.nanoTime() - beganNanos) / 1_000_000;
                Thread.sleep(Math.max(LOOK_EVERY.toMillis(), PAUSE_FACTOR * tookMs));
            }
        } catch (InterruptedException e) {
            LOG.debug("No longer looks for rooms", e);
        }
    }

    /** Those of before; others are registered when a room waits for one. */
    private void rememberPlayers() {
        for (RoomBot bot : RoomBot.values()) {
            if (!players.containsKey(bot)) {
                bot.known(folder).ifPresent(player -> players.put(bot, player));
            }
        }
    }

    private Credentials playerOf(RoomBot bot) throws InterruptedException {
        Credentials known = players.get(bot);
        if (known != null) {
            return known;
        }
        Credentials fresh = bot.register(folder, platform);
        players.put(bot, fresh);
        return fresh;
    }

    private boolean isLeftAlone(String roomId) {
        Long untilNanos = leftAloneUntilNanos.get(roomId);
        return untilNanos != null && System.nanoTime() - untilNanos < 0;
    }

    /** Takes the rooms of a list that are for a bot; says for how many there is none. */
    private int lookThrough(String state) throws IOException, InterruptedException {
        int left = 0;
        String after = "";
        do {
            JsonNode page =
                    http.get("%s/rooms?limit=%d&state=%s%s".formatted(platform.queriesUrl(), PAGE, state, after));
            for (JsonNode room : page.path("rooms")) {
                String roomId = room.path("roomId").asText();
                Optional<RoomBot> bot = wanted(room, players);
                if (bot.isPresent() && !playing.contains(roomId) && !isLeftAlone(roomId) && !take(bot.get(), roomId)) {
                    left++;
                }
            }
            String next = page.path("next").asText("");
            after = next.isEmpty() || next.equals("null") ? "" : "&after=" + next;
        } while (!after.isEmpty());
        return left;
    }

    /** Which bot has to come into a room, or back; empty if none has. */
    static Optional<RoomBot> wanted(JsonNode room, Map<RoomBot, Credentials> players) {
        boolean hasFreeSeat = room.path("seats").size() < 2;
        boolean isFree = hasFreeSeat
                && !room.path("invitationOnly").asBoolean()
                && room.path("moveMs").asLong() <= MOVE_MAXIMUM_MS;
        for (RoomBot bot : RoomBot.values()) {
            Credentials player = players.get(bot);
            boolean isSeated = player != null
                    && room.path("seats").findValuesAsText("playerId").contains(player.playerId());
            if (isSeated || (isFree && room.path("opponent").asText().equals(bot.name()))) {
                return Optional.of(bot);
            }
        }
        return Optional.empty();
    }

    private boolean take(RoomBot bot, String roomId) throws InterruptedException {
        if (playing.size() >= ROOMS_MAXIMUM) {
            return false;
        }
        Credentials player = playerOf(bot);
        playing.add(roomId);
        rooms.execute(() -> {
            try {
                play(bot, player, roomId);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("A bot has failed in room {}", roomId, e);
            } finally {
                leftAloneUntilNanos.put(roomId, System.nanoTime() + LEFT_ALONE.toNanos());
                playing.remove(roomId);
            }
        });
        return true;
    }

    /** Whoever does not answer is asked again, and a refusal is final. */
    private void play(RoomBot bot, Credentials player, String roomId) throws InterruptedException {
        for (int attempt = 1; attempt <= TRIES_MAXIMUM; attempt++) {
            try {
                RoomSeat.join(platform, player, roomId).play(bot.chooser(), ROUNDS);
                return;
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof HttpProblem refused && !refused.isWorthRepeating()) {
                    LOG.debug("A bot does not go into room {}", roomId, e);
                    if (refused.code().equals("UNAUTHENTICATED") && players.remove(bot, player)) {
                        LOG.info("The token of {} does not hold any more", player.playerName());
                        bot.forget(folder);
                    }
                    return;
                }
                LOG.info("A bot cannot go on in room {} for now: {}", roomId, e.getMessage());
            }
            Thread.sleep(TRY_PAUSE.toMillis());
        }
    }
}
