package dungeon.queries.presence;

import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.HeldToken;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.token.TokenRefusedException;
import dungeon.queries.events.EventTap;
import dungeon.queries.feed.Audience;
import dungeon.queries.presence.PresentPlayers.Question;
import dungeon.schemas.tictactoe.PlayerGone;
import dungeon.schemas.tictactoe.PlayerReturned;
import dungeon.schemas.tictactoe.PlayerSeated;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells rooms who of their players is connected. An instance that ends says nothing, because its clients go to another one; of those who do not,
 * the room's clocks take care.
 */
public final class PresenceKeeper implements Audience, EventTap<TicTacToeEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceKeeper.class);

    /** How often it is looked whether anything is due; short beside the time that one may be away. */
    private static final long LOOK_MS = 500;

    /** Connections whose token is checked at a time; each takes some milliseconds, and seconds while keys are fetched. */
    private static final int CHECKED_MAXIMUM = 500;

    /** Keys are there by then, or the crowd is smaller. */
    private static final Duration CHECKED_AGAIN = Duration.ofSeconds(5);

    private final TokenJudge tokens;
    private final SeatWatch seats;
    private final PresenceReports reports;
    private final InstantSource clock;
    private final PresentPlayers players = new PresentPlayers();
    /** The rooms of these, for the reader of events, which must not wait. */
    private final Set<String> rooms = ConcurrentHashMap.newKeySet();

    private final ExecutorService checking = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(CHECKED_MAXIMUM),
            task -> daemon(task, "presence-tokens"));
    /** The one thread of what is known here. */
    private final ScheduledThreadPoolExecutor keeper = new ScheduledThreadPoolExecutor(
            1,
            task -> daemon(task, "presence"),
            // Whoever leaves while all ends goes to another instance.
            new ThreadPoolExecutor.DiscardPolicy());

    /**
     * @param seats what rooms know
     * @param ingestUrl by which they are told
     */
    public PresenceKeeper(TokenJudge tokens, SeatWatch seats, String ingestUrl, InstantSource clock) {
        this.tokens = tokens;
        this.seats = seats;
        this.clock = clock;
        this.reports = new PresenceReports(ingestUrl);
        var unused =
                keeper.scheduleWithFixedDelay(() -> carefully(this::look), LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public Runnable enter(String roomId, String token) {
        Visit visit = new Visit(roomId);
        judge(visit, token);
        return () -> keep(visit::end);
    }

    private void judge(Visit visit, String token) {
        try {
            checking.execute(() -> check(visit, token));
        } catch (RejectedExecutionException e) {
            LOG.debug("So many connect that one of them is looked at later", e);
            judgeLater(visit, token);
        }
    }

    private void judgeLater(Visit visit, String token) {
        var unused = keeper.schedule(
                () -> {
                    if (!visit.ended) {
                        judge(visit, token);
                    }
                },
                CHECKED_AGAIN.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void check(Visit visit, String token) {
        try {
            HeldToken held = new HeldToken(token, tokens);
            boolean isPlayers = held.claims().kind() == PrincipalKind.PLAYER;
            // A token for one game is for no room.
            if (isPlayers && held.claims().gameId() == null && held.holdsAt(clock.instant())) {
                keep(() -> visit.begin(held.claims().subject(), token));
            }
        } catch (TokenRefusedException e) {
            LOG.debug("Whoever connects with a token that does not hold looks on like anybody", e);
        } catch (RuntimeException e) {
            LOG.debug("Whose a token is cannot be told now, such as while there are no keys", e);
            judgeLater(visit, token);
        }
    }

    @Override
    public void begins(Map<Integer, Long> offsets) {
        // What rooms know by then is asked when somebody comes or leaves.
    }

    @Override
    public void taken(TicTacToeEvent event, int partition, long offset) {
        String roomId = event.getRoomId();
        if (!rooms.contains(roomId)) {
            return;
        }
        if (event.getPayload() instanceof PlayerGone) {
            keep(() -> players.isGone(roomId, event.getPlayerId(), event.getSequence(), clock.millis()));
        } else if (event.getPayload() instanceof PlayerReturned) {
            keep(() -> {
                players.isBack(roomId, event.getPlayerId());
                forgetIfEmpty(roomId);
            });
        } else if (event.getPayload() instanceof PlayerSeated seated) {
            keep(() -> players.isSeated(roomId, seated.getPlayer().getPlayerId()));
        } else if (event.getPayload() instanceof RoomClosed) {
            keep(() -> {
                players.isClosed(roomId);
                forgetIfEmpty(roomId);
            });
        }
    }

    private void look() {
        for (Question question : players.due(clock.millis())) {
            var unused = ask(question)
                    .handle((seen, problem) -> {
                        if (problem != null) {
                            LOG.debug("What a room knows of a player cannot be told now", problem);
                        }
                        return Optional.ofNullable(seen);
                    })
                    .thenAcceptAsync(
                            seen -> carefully(() -> {
                                players.learn(question, seen, clock.millis()).ifPresent(reports::send);
                                forgetIfEmpty(question.roomId());
                            }),
                            keeper);
        }
    }

    private CompletableFuture<SeatWatch.Seen> ask(Question question) {
        try {
            return seats.of(question.roomId(), question.playerId(), question.atLeast());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void keep(Runnable task) {
        keeper.execute(() -> carefully(task));
    }

    private void forgetIfEmpty(String roomId) {
        if (!players.knows(roomId)) {
            rooms.remove(roomId);
        }
    }

    /** What is thrown once would end the looking for good, or be seen by nobody. */
    private static void carefully(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("Who is connected was not looked at for a moment", e);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        checking.shutdownNow();
        keeper.shutdownNow();
        reports.close();
    }

    /** One connection. Only by the keeper's thread. */
    private final class Visit {
        private final String roomId;
        private String playerId;
        private boolean ended;

        Visit(String roomId) {
            this.roomId = roomId;
        }

        void begin(String player, String token) {
            if (!ended) {
                playerId = player;
                players.enters(roomId, player, token, clock.millis());
                rooms.add(roomId);
            }
        }

        void end() {
            if (!ended && playerId != null) {
                players.leaves(roomId, playerId, clock.millis());
                forgetIfEmpty(roomId);
            }
            ended = true;
        }
    }
}
