package dungeon.topology.game;

import dungeon.rules.DueTimer;
import dungeon.rules.GameRules;
import dungeon.rules.Ids;
import dungeon.rules.InMemoryWorld;
import dungeon.rules.World;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Event;
import dungeon.schemas.Tick;
import dungeon.topology.StoreFactory;
import dungeon.topology.admission.Received;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Runs the rules of games on the stores of a task: each command is decided, the change is written, the events are
 * forwarded, in this order. A punctuator asks for ticks, so that timers fire where nobody sends a command; it changes
 * nothing itself.
 *
 * <p>A thread commits only after it has given each of its tasks some records to process, however long they take, and what
 * takes longer than the transaction's time-out is begun again for ever. So a command that means a lot of work (a large
 * catch-up, a new map) waits in a store when the thread has worked for long enough without a chance to commit, the other
 * commands of its game wait behind it, and so do those of other games that are minutes younger. The punctuator, after which
 * the thread commits, goes on with them bit by bit. What comes of a command does not depend on whether it had to wait,
 * because its time is the broker's stamp.
 */
public final class GameProcessor implements Processor<String, Received<Command>, String, Event> {
    /** So many timers fire before it is looked whether the time is up: some 10 ms. */
    private static final int TIMERS_AT_ONCE = GameRules.TIMERS_PER_TICK_MAXIMUM;

    private final TickSender ticks;
    private final Duration tickCheck;
    private final long workSliceNanos;
    private ProcessorContext<String, Event> context;
    private GameStores stores;
    private TicksInFlight ticksInFlight;
    /** When the punctuator ran last; the thread commits after it if that is due, and it always is after long work. */
    private long lastPunctuationNanos;

    GameProcessor(TickSender ticks, Duration tickCheck, Duration workSlice) {
        this.ticks = ticks;
        this.tickCheck = tickCheck;
        this.workSliceNanos = workSlice.toNanos();
    }

    /**
     * Supplies processors and their stores.
     *
     * @param tickCheck how often it is looked for timers that are due
     * @param workSlice after how much work the thread gets to commit before more than a little is begun
     */
    public static ProcessorSupplier<String, Received<Command>, String, Event> supplier(
            TickSender ticks, Duration tickCheck, Duration workSlice, StoreFactory factory) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Received<Command>, String, Event> get() {
                return new GameProcessor(ticks, tickCheck, workSlice);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return GameStores.builders(factory);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Event> processorContext) {
        context = processorContext;
        stores = new GameStores(context);
        ticksInFlight = new TicksInFlight();
        lastPunctuationNanos = System.nanoTime();
        context.schedule(tickCheck, PunctuationType.WALL_CLOCK_TIME, this::punctuate);
    }

    @Override
    public void process(Record<String, Received<Command>> record) {
        String gameId = record.key();
        Received<Command> received = record.value();
        if (!Ids.isCanonical(gameId)) {
            // No game can have an id that is none; such a command is decided on an empty world, and refused.
            GameRules.handle(new InMemoryWorld(gameId), received.command(), received.arrival(), this::forward);
            return;
        }
        Object payload = received.command().getPayload();
        boolean waits =
                stores.waitingCommands().holdUp(gameId, received.arrival().stampMs())
                        || (payload instanceof CreateGame && isTimeUp(lastPunctuationNanos))
                        || !handle(gameId, received, lastPunctuationNanos);
        // A tick has done what it can, and further ones follow.
        if (waits && !(payload instanceof Tick)) {
            stores.waitingCommands().addLast(gameId, received);
        }
    }

    /** Handles a command, or at least begins with it; says whether it is handled. */
    private boolean handle(String gameId, Received<Command> received, long beganNanos) {
        World world = stores.worldOf(gameId);
        DueTimer nextBefore = world.nextTimer();
        boolean handled;
        do {
            handled =
                    GameRules.handleSome(world, received.command(), received.arrival(), TIMERS_AT_ONCE, this::forward);
        } while (!handled && !isTimeUp(beganNanos));
        boolean fired = nextBefore != null && !nextBefore.equals(world.nextTimer());
        ticksInFlight.handled(gameId, fired, context.currentSystemTimeMs());
        return handled;
    }

    private boolean isTimeUp(long beganNanos) {
        return System.nanoTime() - beganNanos >= workSliceNanos;
    }

    private void forward(List<Event> events) {
        for (Event event : events) {
            context.forward(
                    new Record<>(event.getGameId(), event, event.getTime().toEpochMilli()));
        }
    }

    private void punctuate(long nowMs) {
        goOnWithWaitingCommands(System.nanoTime());
        askForTicks(nowMs);
        stores.endBatches();
        lastPunctuationNanos = System.nanoTime();
    }

    private void goOnWithWaitingCommands(long beganNanos) {
        WaitingCommands waiting = stores.waitingCommands();
        while (!waiting.isEmpty()) {
            String gameId = waiting.oldest();
            if (handle(gameId, waiting.first(gameId), beganNanos)) {
                waiting.removeFirst(gameId);
            }
            if (isTimeUp(beganNanos)) {
                return;
            }
        }
    }

    private void askForTicks(long nowMs) {
        for (String gameId : stores.timerOrder().gamesDueBy(nowMs)) {
            if (!stores.waitingCommands().holdUp(gameId, nowMs) && ticksInFlight.mayAsk(gameId, nowMs)) {
                ticks.send(gameId);
            }
        }
    }
}
