package dungeon.topology.game;

import dungeon.rules.DueTimer;
import dungeon.rules.GameRules;
import dungeon.rules.Ids;
import dungeon.rules.InMemoryWorld;
import dungeon.rules.World;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
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
 */
public final class GameProcessor implements Processor<String, Received<Command>, String, Event> {
    private final TickSender ticks;
    private final Duration tickCheck;
    private ProcessorContext<String, Event> context;
    private GameStores stores;
    private TicksInFlight ticksInFlight;

    GameProcessor(TickSender ticks, Duration tickCheck) {
        this.ticks = ticks;
        this.tickCheck = tickCheck;
    }

    /**
     * Supplies processors and their stores.
     *
     * @param tickCheck how often it is looked for timers that are due
     */
    public static ProcessorSupplier<String, Received<Command>, String, Event> supplier(
            TickSender ticks, Duration tickCheck, StoreFactory factory) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Received<Command>, String, Event> get() {
                return new GameProcessor(ticks, tickCheck);
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
        context.schedule(tickCheck, PunctuationType.WALL_CLOCK_TIME, this::askForTicks);
    }

    @Override
    public void process(Record<String, Received<Command>> record) {
        String gameId = record.key();
        Received<Command> received = record.value();
        // No game can have an id that is none; such a command is decided on an empty world, and refused.
        World world = Ids.isCanonical(gameId) ? stores.worldOf(gameId) : new InMemoryWorld(gameId);
        DueTimer nextBefore = world.nextTimer();
        GameRules.handle(world, received.command(), received.arrival(), this::forward);
        boolean fired = nextBefore != null && !nextBefore.equals(world.nextTimer());
        ticksInFlight.handled(gameId, fired, context.currentSystemTimeMs());
    }

    private void forward(List<Event> events) {
        for (Event event : events) {
            context.forward(
                    new Record<>(event.getGameId(), event, event.getTime().toEpochMilli()));
        }
    }

    private void askForTicks(long nowMs) {
        for (String gameId : stores.timerOrder().gamesDueBy(nowMs)) {
            if (ticksInFlight.mayAsk(gameId, nowMs)) {
                ticks.send(gameId);
            }
        }
    }
}
