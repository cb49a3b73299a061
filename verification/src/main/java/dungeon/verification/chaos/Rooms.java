package dungeon.verification.chaos;

import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.DungeonPlayer;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.Platform;
import dungeon.players.tictactoe.CellChooser;
import dungeon.players.tictactoe.EasyChooser;
import dungeon.players.tictactoe.PerfectChooser;
import dungeon.players.tictactoe.RoomSeat;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoomCreated;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.tictactoe.MatchedPairs;
import dungeon.verification.tictactoe.PlayedRoom;
import dungeon.verification.tictactoe.RoomAudit;
import dungeon.verification.tictactoe.RoomLog;
import dungeon.verification.tictactoe.RoomReplay;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bots that play tic-tac-toe all the time, a room after the other, in pairs and with whom they find, and what must hold of their rooms in the end. */
public final class Rooms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
    private static final int ROUNDS = 3;
    /** A move that a fault has swallowed is sent again after seconds; whoever is away for so long has lost the round. */
    private static final Duration MOVE = Duration.ofSeconds(20);

    private static final long PAUSE_MS = 500;

    private final Platform platform;
    private final int pairs;
    private final int searching;
    private final Searchers searchers;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final ExecutorService opponents = Executors.newCachedThreadPool();
    private volatile boolean stopped;

    private Rooms(Platform platform, int pairs, int searching) {
        this.platform = platform;
        this.pairs = pairs;
        this.searching = searching;
        this.searchers = new Searchers(platform, searching);
    }

    /**
     * Rooms, and players who look for each other besides.
     *
     * @param pairs how many rooms are played in at a time
     */
    static Rooms withSearches(Platform platform, int pairs) {
        // An odd number, so that there is always one who waits while faults come.
        return new Rooms(platform, pairs, pairs == 0 ? 0 : 2 * pairs + 1);
    }

    /**
     * Rooms only, which builds have that know of no searches yet.
     *
     * @param pairs how many rooms are played in at a time
     */
    public static Rooms withoutSearches(Platform platform, int pairs) {
        return new Rooms(platform, pairs, 0);
    }

    public void start() {
        searchers.start();
        for (int i = 0; i < pairs; i++) {
            long seed = i;
            workers.execute(() -> playOneAfterTheOther(seed));
        }
    }

    /**
     * Begins no more rooms, lets those that are played in come to their ends, and holds all of them against the rules.
     *
     * @return what was checked, in words
     * @throws BrokenPromiseException with the first thing that is wrong
     */
    public String end(Duration atMost) throws InterruptedException {
        stopped = true;
        workers.shutdown();
        searchers.end(atMost).ifPresent(problem -> {
            throw new BrokenPromiseException("Looking for opponents: " + problem);
        });
        if (!workers.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BrokenPromiseException("Rooms of tic-tac-toe are still played in after " + atMost);
        }
        if (!failures.isEmpty()) {
            throw new BrokenPromiseException("Playing tic-tac-toe: " + failures.peek());
        }
        TokenVerifier verifier =
                new TokenVerifier(new RemoteKeys(URI.create(platform.ingestUrl() + "/.well-known/jwks.json")));
        List<Map<String, PlayedRoom>> log = new ArrayList<>();
        boolean closed = Waiting.until(
                () -> {
                    log.clear();
                    log.add(opened(RoomLog.read(platform, verifier)));
                    return log.get(0).values().stream().allMatch(Rooms::isClosed);
                },
                atMost);
        if (!closed) {
            throw new BrokenPromiseException("A room of tic-tac-toe is not closed after " + atMost);
        }
        return check(log.get(0), MatchedPairs.read(platform));
    }

    @Override
    public void close() {
        stopped = true;
        searchers.close();
        workers.shutdownNow();
        opponents.shutdownNow();
    }

    private String check(Map<String, PlayedRoom> rooms, MatchedPairs matched) {
        Set<String> own =
                rooms.keySet().stream().filter(room -> !matched.contain(room)).collect(Collectors.toSet());
        if (!own.equals(opened)) {
            throw new BrokenPromiseException(
                    "Players have opened the rooms %s, and the log has %s".formatted(opened, own));
        }
        matched.problem(rooms.keySet()).ifPresent(problem -> {
            throw new BrokenPromiseException(problem);
        });
        if (own.size() < pairs || (searching > 0 && matched.size() < 1)) {
            throw new BrokenPromiseException("Only %d rooms of tic-tac-toe were played in, and %d pairs were matched"
                    .formatted(own.size(), matched.size()));
        }
        int events = 0;
        long rounds = 0;
        for (PlayedRoom room : rooms.values()) {
            RoomReplay.of(room).or(() -> RoomAudit.of(room)).ifPresent(problem -> {
                throw new BrokenPromiseException(problem);
            });
            events += room.events().size();
            rounds += room.events().stream()
                    .filter(event -> event.getPayload() instanceof RoundEnded)
                    .count();
        }
        return "%d rooms of tic-tac-toe, one for each that was asked for and for each of %d matches, with %d rounds and %d events, replayed byte for byte and held against a model of the rules"
                .formatted(rooms.size(), matched.size(), rounds, events);
    }

    /** Those that were opened: a room that came to nothing has nothing but a refusal. */
    private static Map<String, PlayedRoom> opened(Map<String, PlayedRoom> all) {
        return all.entrySet().stream()
                .filter(room -> room.getValue().events().get(0).getPayload() instanceof RoomCreated)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isClosed(PlayedRoom room) {
        // Whoever comes later is refused, and that is in the log too.
        return room.events().stream().anyMatch(event -> event.getPayload() instanceof RoomClosed);
    }

    private void playOneAfterTheOther(long seed) {
        try {
            DungeonPlayer dungeon = DungeonPlayer.connect(platform);
            Credentials perfect = dungeon.asGuest().credentials();
            Credentials easy = dungeon.asGuest().credentials();
            EasyChooser chooser = new EasyChooser(seed);
            while (!stopped) {
                play(perfect, easy, chooser);
            }
        } catch (InterruptedException e) {
            LOG.debug("No more rooms", e);
        } catch (RuntimeException e) {
            LOG.error("A row of rooms has ended", e);
            failures.add("a row of rooms has ended: " + e);
        }
    }

    /** A fault may last longer than the bots ask for; they go on then where they were. */
    private void play(Credentials perfect, Credentials easy, EasyChooser chooser) throws InterruptedException {
        String commandId = UUID.randomUUID().toString();
        RoomSeat first;
        try {
            first = patiently(() -> RoomSeat.open(platform, perfect, MOVE, commandId));
        } catch (UncheckedIOException e) {
            // Whoever decides was away for longer than an id of a room holds: no room came of it, and another one is
            // asked for.
            LOG.info("No room came of it: {}", e.getMessage());
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            return;
        }
        opened.add(first.roomId());
        RoomSeat second = patiently(() -> RoomSeat.join(platform, easy, first.roomId()));
        Future<Boolean> other = opponents.submit(() -> playToTheEnd(second, chooser));
        playToTheEnd(first, new PerfectChooser());
        try {
            other.get();
        } catch (ExecutionException e) {
            LOG.error("A bot has ended in room {}", first.roomId(), e.getCause());
            failures.add("a bot has ended in room %s: %s".formatted(first.roomId(), e.getCause()));
        }
    }

    private static boolean playToTheEnd(RoomSeat seat, CellChooser chooser) throws InterruptedException {
        return patiently(() -> {
            seat.play(chooser, ROUNDS);
            return true;
        });
    }

    interface Attempt<T> {
        T make() throws InterruptedException;
    }

    static <T> T patiently(Attempt<T> attempt) throws InterruptedException {
        while (true) {
            try {
                return attempt.make();
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof HttpProblem answer && !answer.isWorthRepeating()) {
                    throw e;
                }
                LOG.info("It is tried again: {}", e.getMessage());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        }
    }
}
