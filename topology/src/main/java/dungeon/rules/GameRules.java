package dungeon.rules;

import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.EndGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tick;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.TimerKind;
import java.util.List;
import java.util.function.Consumer;

/** What commands and timers cause. Everything that a game is follows from the commands in its log through this class. */
public final class GameRules {
    /** A tick fires at most so many timers, so that no single record holds up the others of its partition for long. */
    public static final int TIMERS_PER_TICK_MAXIMUM = 500;

    private GameRules() {}

    /**
     * Handles a command of the log: first the timers of the game that are due by then fire, in order, each at its own due
     * time; then the command itself is decided, unless it is a tick or a repetition. Every decision is committed to the
     * world and then handed on, before the next one is begun.
     *
     * @param world the state of the command's game
     * @param publish takes the events of one decision
     */
    public static void handle(World world, Command command, Arrival arrival, Consumer<List<Event>> publish) {
        boolean handled = handleSome(world, command, arrival, Integer.MAX_VALUE, publish);
        if (!handled) {
            throw new IllegalStateException("Timers of game %s set each other for ever".formatted(world.gameId()));
        }
    }

    /**
     * Does what {@link #handle} does, or begins with it: it stops after so many timers. Whoever goes on with the same
     * command until it is handled, and with no other of this game in between, gets the same events.
     *
     * @param timersMost how many timers fire at most, at least 1; a tick is handled with those that it fires
     * @return whether the command is handled
     */
    public static boolean handleSome(
            World world, Command command, Arrival arrival, int timersMost, Consumer<List<Event>> publish) {
        Progress progress = world.progress();
        long timeMs = progress == null ? arrival.stampMs() : Math.max(arrival.stampMs(), progress.getTimeMs());
        boolean tick = command.getPayload() instanceof Tick;
        int most = tick ? Math.min(timersMost, TIMERS_PER_TICK_MAXIMUM) : timersMost;
        boolean nothingIsDue = fireTimers(world, timeMs, most, publish);
        if (tick) {
            return true;
        }
        if (!nothingIsDue) {
            return false;
        }
        HandledCommand handled = new HandledCommand(arrival.caller().sender(), command.getCommandId());
        if (isRepetition(world, handled, timeMs)) {
            return true;
        }
        Draft draft = new Draft(world);
        List<Event> events = decide(draft, command, arrival, timeMs);
        if (Purge.isThere(draft) && handled.isMemorable()) {
            draft.remember(handled, timeMs);
        }
        draft.commit();
        publish.accept(events);
        return true;
    }

    private static boolean isRepetition(World world, HandledCommand handled, long timeMs) {
        Long handledAtMs = handled.isMemorable() ? world.handledAtMs(handled, timeMs) : null;
        return handledAtMs != null && timeMs - handledAtMs <= HandledCommand.REMEMBERED_MS;
    }

    /** Fires timers that are due, and says whether none is left. */
    private static boolean fireTimers(World world, long timeMs, int most, Consumer<List<Event>> publish) {
        for (int fired = 0; ; fired++) {
            DueTimer timer = world.nextTimer();
            if (timer == null || timer.dueMs() > timeMs) {
                return true;
            }
            if (fired == most) {
                return false;
            }
            List<Event> events = fire(world, timer, timeMs);
            if (timer.equals(world.nextTimer())) {
                throw new IllegalStateException("A timer fired and is still set: %s in %s".formatted(timer, world));
            }
            publish.accept(events);
        }
    }

    private static List<Event> fire(World world, DueTimer timer, long nowMs) {
        if (timer.timer().getKind() == TimerKind.PURGE_STEP) {
            Purge.step(world, timer, nowMs);
            return List.of();
        }
        Draft draft = new Draft(world);
        List<Event> events = fire(draft, timer);
        draft.commit();
        return events;
    }

    /** What a timer causes at the time when it is due. */
    static List<Event> fire(Draft world, DueTimer timer) {
        return switch (timer.timer().getKind()) {
            case GAME_EXPIRY -> end(world, timer.dueMs(), EndReason.EXPIRED);
            case GAME_END -> end(world, timer.dueMs(), EndReason.TIME_UP);
            case ROBOT_QUEUE -> Actions.runNext(world, timer.timer().getRobotId(), timer.dueMs());
            case MINING_PROCESS -> Mining.complete(world, timer.timer().getRobotId(), timer.dueMs());
            case DISCOVERY -> Discoveries.discover(world, timer);
            case GAME_PURGE -> Purge.purge(world, timer.dueMs());
            case PURGE_STEP -> throw new IllegalStateException("A step of a purge decides nothing: " + timer);
            case UNKNOWN ->
                throw new IllegalStateException("A timer of a kind that a newer build has written: %s of game %s"
                        .formatted(timer, world.gameId()));
        };
    }

    private static List<Event> end(Draft world, long timeMs, EndReason reason) {
        Decision decision = new Decision(world, timeMs, null, null);
        GameLifecycle.end(decision, reason);
        return decision.events();
    }

    /** What a command causes: its outcome, as events. The draft holds the change. */
    static List<Event> decide(Draft world, Command command, Arrival arrival, long timeMs) {
        Caller caller = arrival.caller();
        Decision decision = new Decision(world, timeMs, publishedId(command), caller.playerId());
        if (Admission.refuses(decision, command, arrival)) {
            return decision.events();
        }
        Object payload = command.getPayload();
        if (payload instanceof CreateGame create) {
            GameLifecycle.create(decision, create, caller);
        } else if (!Purge.isThere(world)) {
            decision.reject(RejectionCode.UNKNOWN_GAME, "There is no game %s".formatted(world.gameId()));
        } else if (payload instanceof StartGame) {
            GameLifecycle.start(decision, caller);
        } else if (payload instanceof EndGame) {
            GameLifecycle.end(decision, caller);
        } else if (payload instanceof JoinGame join) {
            GameLifecycle.join(decision, join, caller);
        } else if (payload instanceof BuyRobots buy) {
            Purchases.buyRobots(decision, buy);
        } else if (payload instanceof BuyUpgrade buy) {
            Upgrades.buy(decision, buy);
        } else if (payload instanceof MoveRobot move) {
            Actions.order(
                    decision, move.getRobotId(), new Action(ActionType.MoveRobot, move.getDirection(), null, null));
        } else if (payload instanceof AttackRobot attack) {
            Fights.order(decision, attack);
        } else if (payload instanceof StartMining mining) {
            Actions.order(
                    decision, mining.getRobotId(), new Action(ActionType.StartMining, null, null, mining.getMine()));
        } else if (payload instanceof SellResources sell) {
            Actions.order(decision, sell.getRobotId(), new Action(ActionType.SellResources, null, null, null));
        } else if (payload instanceof ClearQueue clear) {
            Actions.clearQueue(decision, clear.getRobotId());
        } else {
            decision.reject(
                    RejectionCode.MALFORMED,
                    "This build does not know the command %s"
                            .formatted(command.getPayload().getClass().getSimpleName()));
        }
        return decision.events();
    }

    /** The command's id as its outcome names it; what is far too long to be an id is not repeated. */
    private static String publishedId(Command command) {
        String id = command.getCommandId();
        return id.length() <= Admission.ID_LENGTH_MAXIMUM ? id : null;
    }
}
