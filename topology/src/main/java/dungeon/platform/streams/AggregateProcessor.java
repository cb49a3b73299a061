package dungeon.platform.streams;

import dungeon.platform.core.AuthenticatedCommand;
import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.CommandHandler;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.process.LogContext;
import dungeon.platform.streams.pace.CommitRequests;
import dungeon.platform.streams.pace.WakeUp;
import dungeon.platform.streams.pace.WorkSlice;
import dungeon.platform.streams.trace.DecisionTraces;
import dungeon.platform.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Runs a context on the stores of a task: each command is decided, the change is written, the events are forwarded, in this order. A
 * punctuator asks for ticks, so that timers fire where nobody sends a command; it changes no aggregate itself.
 *
 * <p>A thread commits only after it has given each of its tasks some records to process, however long they take, and what
 * takes longer than the transaction's time-out is begun again for ever. So a command that means a lot of work (a large
 * catch-up, a new map) waits in a store when the thread has worked for long enough since it committed, and the other
 * commands of its aggregate wait behind it. The punctuator, after which the thread commits, goes on with them bit by bit, when
 * it is the turn of this task. What comes of a command does not depend on whether it had to wait, because its time is the
 * broker's stamp.
 *
 * @param <C> the type of the commands
 * @param <E> the type of the events
 */
public final class AggregateProcessor<C extends SpecificRecord, E extends SpecificRecord>
        implements Processor<String, AuthenticatedCommand<C>, String, E> {
    /** So many timers fire before it is looked whether the time is up: some 10 ms. */
    private static final int TIMERS_AT_ONCE = CommandHandler.TIMERS_PER_TICK_MAXIMUM;

    private final BoundedContext<C, E, ?> boundedContext;
    private final CommandFormat<C> format;
    private final TickSender ticks;
    private final Duration tickCheck;
    private final Duration commitInterval;
    private final Duration workSlice;
    private final DecisionMeters<C, E> meters;
    private final DecisionTraces traces;
    private ProcessorContext<String, E> context;
    private StateStores stores;
    private CommandHandler<C, E, ?> handler;
    private DeferredCommands<C> deferred;
    private TickThrottle throttle;
    private WakeUp wakeUp;
    private CommitRequests commits;
    private WorkSlice slice;
    /** When ids began to go to a new record. */
    private long batchMs;
    /** The broker's stamp of the latest command, in ms since 1970; 0 before the first one. */
    private long latestAppendTimeMs;

    private AggregateProcessor(BoundedContext<C, E, ?> boundedContext, Settings settings) {
        this.boundedContext = boundedContext;
        this.format = boundedContext.commands();
        this.ticks = settings.ticks();
        this.tickCheck = settings.tickCheck();
        this.commitInterval = settings.commitInterval();
        this.workSlice = settings.workSlice();
        this.meters = new DecisionMeters<>(boundedContext, settings.meters());
        this.traces = new DecisionTraces(settings.tracing());
    }

    /**
     * What the processors of an application share.
     *
     * @param ticks where ticks are written
     * @param tickCheck how soon after it is due a timer is seen
     * @param commitInterval how often what came of commands becomes visible
     * @param workSlice after how much work of all its tasks a thread commits before more than a little is begun
     * @param stores where state is kept
     * @param meters takes what is measured of decisions
     * @param tracing takes the spans of decisions
     */
    public record Settings(
            TickSender ticks,
            Duration tickCheck,
            Duration commitInterval,
            Duration workSlice,
            StoreFactory stores,
            MeterRegistry meters,
            Tracing tracing) {

        /** Of which nothing is measured or traced. */
        public Settings(
                TickSender ticks,
                Duration tickCheck,
                Duration commitInterval,
                Duration workSlice,
                StoreFactory stores) {
            this(ticks, tickCheck, commitInterval, workSlice, stores, ServiceMeters.none(), Tracing.off());
        }
    }

    /** Supplies processors of a context and their stores. */
    public static <C extends SpecificRecord, E extends SpecificRecord>
            ProcessorSupplier<String, AuthenticatedCommand<C>, String, E> supplier(
                    BoundedContext<C, E, ?> context, Settings settings) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, AuthenticatedCommand<C>, String, E> get() {
                return new AggregateProcessor<>(context, settings);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return StateStores.builders(context, settings.stores());
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, E> processorContext) {
        context = processorContext;
        stores = StateStores.of(boundedContext, context, traces);
        handler = handlerOn(boundedContext);
        deferred = new DeferredCommands<>(stores.deferred(), boundedContext.ids(), format.type());
        throttle = new TickThrottle();
        slice = WorkSlice.ofThread();
        latestAppendTimeMs = 0;
        wakeUp = new WakeUp(context, tickCheck, this::punctuate);
        wakeUp.begin();
        meters.begin();
        commits = new CommitRequests(context, commitInterval);
    }

    private <S> CommandHandler<C, E, S> handlerOn(BoundedContext<C, E, S> of) {
        return new CommandHandler<>(of, new UnitOfWork(of.tables(), stores.tables()), stores.idempotency());
    }

    @Override
    public void process(Record<String, AuthenticatedCommand<C>> record) {
        String aggregateId = record.key();
        AuthenticatedCommand<C> command = record.value();
        tidyIdsAfterAWhile(context.currentSystemTimeMs());
        latestAppendTimeMs = Math.max(latestAppendTimeMs, command.metadata().appendTimeMs());
        traces.begin(record.headers());
        if (!boundedContext.ids().isPossible(aggregateId)) {
            // No aggregate can have an id that is none; such a command is decided on no state, and refused.
            long startNanos = System.nanoTime();
            InMemoryAggregate.of(boundedContext, aggregateId)
                    .handle(command.command(), command.metadata(), events -> publish(events, command));
            meters.handled(command, System.nanoTime() - startNanos);
            LogContext.clear();
            return;
        }
        Object payload = format.payload().apply(command.command());
        slice.begin();
        boolean waits = deferred.holdUp(aggregateId)
                || (format.isLarge().test(payload) && slice.isUsedUp(workSlice))
                || !handle(aggregateId, command);
        slice.end();
        // A tick has done what it can, and further ones follow.
        if (waits && !format.isTick().test(payload)) {
            deferred.addLast(aggregateId, command);
            // The trace is that of this command alone.
            LogContext.clear();
        }
        wakeUp.at(deferred.isEmpty() ? nextTickMs(aggregateId) : 0);
    }

    private void tidyIdsAfterAWhile(long nowMs) {
        // Also after somebody has put the clock back.
        if (Math.abs(nowMs - batchMs) >= tickCheck.toMillis()) {
            tidyIds(nowMs);
        }
    }

    /** When a tick is to be asked for; a tick that is under way is not asked for again until it must be lost. */
    private long nextTickMs(String aggregateId) {
        DueTimer next = stores.timers().of(aggregateId).next();
        return next == null ? Long.MAX_VALUE : Math.max(next.dueMs(), throttle.mayAskFromMs(aggregateId));
    }

    /** Handles a command, or at least begins with it; says whether it is handled. */
    private boolean handle(String aggregateId, AuthenticatedCommand<C> command) {
        LogContext.about(aggregateId, format.commandId().apply(command.command()));
        DueTimer nextBefore = stores.timers().of(aggregateId).next();
        boolean handled;
        long startNanos = System.nanoTime();
        do {
            handled = handler.resume(command, TIMERS_AT_ONCE, events -> publish(events, command));
        } while (!handled && !slice.isUsedUp(workSlice));
        if (handled && !format.isTick().test(format.payload().apply(command.command()))) {
            meters.handled(command, System.nanoTime() - startNanos);
        }
        boolean fired = nextBefore != null
                && !nextBefore.equals(stores.timers().of(aggregateId).next());
        throttle.handled(aggregateId, fired, context.currentSystemTimeMs());
        // Not if this fails: whoever logs that has it too.
        LogContext.clear();
        return handled;
    }

    private void publish(List<E> events, AuthenticatedCommand<C> by) {
        if (events.isEmpty()) {
            return;
        }
        meters.published(events, by, context.currentSystemTimeMs());
        E first = events.get(0);
        String commandId = boundedContext.events().commandId().apply(first);
        Headers headers = traces.decided(
                boundedContext.events().payloadOf(first).getSchema().getName(),
                boundedContext.events().aggregateId().apply(first),
                commandId,
                !format.commandId().apply(by.command()).equals(commandId));
        for (E event : events) {
            context.forward(new Record<>(
                    boundedContext.events().aggregateId().apply(event),
                    event,
                    boundedContext.events().time().apply(event).toEpochMilli(),
                    headers));
        }
    }

    private void punctuate(long nowMs) {
        if (!deferred.isEmpty() && slice.mayGoOn(this, workSlice)) {
            slice.begin();
            goOnWithDeferredCommands();
            slice.end();
            slice.passOn(this);
            commits.worked();
        }
        askForTicks(nowMs);
        tidyIds(nowMs);
        wakeUp.at(deferred.isEmpty() ? Math.min(stores.timers().nextAfterMs(nowMs), throttle.nextRetryMs(nowMs)) : 0);
    }

    private void goOnWithDeferredCommands() {
        do {
            String aggregateId = deferred.oldest();
            // What waited was kept without its trace.
            traces.begin(new RecordHeaders());
            if (handle(aggregateId, deferred.first(aggregateId))) {
                deferred.removeFirst(aggregateId);
            }
        } while (!deferred.isEmpty() && !slice.isUsedUp(workSlice));
    }

    private void askForTicks(long nowMs) {
        for (String aggregateId : stores.timers().dueBy(nowMs)) {
            if (!deferred.holdUp(aggregateId) && throttle.mayAsk(aggregateId, nowMs)) {
                ticks.send(
                        aggregateId,
                        traces.ofTick(
                                aggregateId, stores.timers().of(aggregateId).next()));
            }
        }
    }

    /** After an outage, what waits can be hours older than what was handled last; its ids are still needed. */
    private void tidyIds(long nowMs) {
        batchMs = nowMs;
        stores.idempotency().endBatch();
        long oldestMs = deferred.isEmpty() ? latestAppendTimeMs : deferred.oldestTimeMs();
        stores.idempotency().forgetBefore(oldestMs);
    }

    @Override
    public void close() {
        slice.leave(this);
    }
}
