package dungeon.players.game;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A player of one game: joins it, learns from its events, and lets its strategy say what to order. It can begin in the
 * middle of a game, after a crash of its process for example, because it knows all that it has to know from the events.
 */
public final class Player {
    private static final Logger LOG = LoggerFactory.getLogger(Player.class);

    private final String playerId;
    private final String playerName;
    private final Strategy strategy;
    private final GameView view;
    private final OrderBook book;
    private String joinCommandId;
    private boolean givenUp;

    /**
     * A player that knows nothing so far.
     *
     * @param seed makes the ids of its commands; another one each time, or the ids of an earlier process come again
     */
    public Player(String playerId, String playerName, Strategy strategy, long seed) {
        this.playerId = playerId;
        this.playerName = playerName;
        this.strategy = strategy;
        this.view = new GameView(playerId);
        this.book = new OrderBook(seed);
    }

    /** Takes in an event of the game; all of them have to come, in order. */
    public void learn(Event event) {
        view.learn(event);
        book.learn(event);
        strategy.onEvent(event, view);
        if (event.getPayload() instanceof CommandRejected rejected && playerId.equals(event.getPlayerId())) {
            learnOfRejection(rejected, event.getCommandId());
            strategy.onRejected(rejected, event.getCommandId());
        } else if (event.getPayload() instanceof ActionFailed failed) {
            Robot robot = view.robot(failed.getRobotId());
            if (robot != null && view.isOwn(robot)) {
                strategy.onFailed(failed, robot);
            }
        }
    }

    /**
     * What to send now.
     *
     * @param nowMs in ms since 1970; only how it goes on from call to call matters much
     */
    public List<Order> orders(long nowMs) {
        if (isOver() || !view.isCreated()) {
            return List.of();
        }
        book.forgetLost(Math.max(nowMs, view.timeMs()));
        if (!view.hasJoined()) {
            return strategy.joins(view) ? join(nowMs) : List.of();
        }
        Commander commander = new Commander(view, book, Math.max(nowMs, view.timeMs()));
        if (view.isRunning()) {
            think(commander);
        }
        return commander.orders();
    }

    /** Whether there is nothing left to do in the game. */
    public boolean isOver() {
        return givenUp || view.isOver();
    }

    private void think(Commander commander) {
        try {
            strategy.think(commander);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The strategy of %s failed %d ms before the end of the game: %s"
                            .formatted(playerName, commander.timeLeftMs(), e),
                    e);
        }
    }

    private List<Order> join(long nowMs) {
        if (book.hasPurchase()) {
            return List.of();
        }
        Order join = book.add(new JoinGame(playerName), null, 0, nowMs);
        joinCommandId = join.commandId();
        return List.of(join);
    }

    private void learnOfRejection(CommandRejected rejected, String commandId) {
        LOG.debug("{}: {} ({})", playerName, rejected.getMessage(), rejected.getCode());
        boolean hopeless = switch (rejected.getCode()) {
            case UNAUTHENTICATED, NOT_YOU, ELIMINATED, NOT_A_PARTICIPANT -> true;
            // Joined twice, by an order that counted as lost: the event that says so has come or will come.
            case ALREADY_JOINED, NOT_TIMELY -> false;
            default -> commandId != null && commandId.equals(joinCommandId);
        };
        if (hopeless) {
            LOG.warn("{} gives up: {} ({})", playerName, rejected.getMessage(), rejected.getCode());
            givenUp = true;
        }
    }
}
