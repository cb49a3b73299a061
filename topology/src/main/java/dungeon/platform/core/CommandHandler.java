package dungeon.platform.core;

import dungeon.platform.core.state.Tables;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.Progress;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * What commands and timers cause, for any context. Everything that an aggregate is follows from the commands in its log through
 * this class. Used by one thread.
 *
 * @param <C> the type of the commands
 * @param <E> the type of the events
 * @param <S> the state as decisions read it
 */
public final class CommandHandler<C extends SpecificRecord, E extends SpecificRecord, S> {
    /** A tick fires at most so many timers, so that no single record holds up the others of its partition for long. */
    public static final int TIMERS_PER_TICK_MAXIMUM = 500;

    private static final int RECORDS_PER_DELETION = 500;

    private final BoundedContext<C, E, S> context;
    private final CommandFormat<C> format;
    private final Admission<C> admission;
    private final UnitOfWork work;
    private final Idempotency ids;
    private final Decision.Collector<E> collector;
    private final Decision<S> decision;

    /**
     * @param work on the state of the context's aggregates
     * @param ids of the commands that were handled
     */
    public CommandHandler(BoundedContext<C, E, S> context, UnitOfWork work, Idempotency ids) {
        this.context = context;
        this.format = context.commands();
        this.admission = new Admission<>(context);
        this.work = work;
        this.ids = ids;
        this.collector = new Decision.Collector<>(context.events());
        this.decision = Decision.on(work, context.state().apply(work), context.evolver(), collector);
    }

    /**
     * Handles a command of the log: first the timers of its aggregate that are due by then fire, in order, each at its own due
     * time; then the command itself is decided, unless it is a tick or a repetition. Every decision is committed and then handed
     * on, before the next one is begun.
     *
     * @param publish takes the events of one decision
     */
    public void handle(AuthenticatedCommand<C> command, Consumer<List<E>> publish) {
        if (!resume(command, Integer.MAX_VALUE, publish)) {
            throw new IllegalStateException(
                    "Timers of %s %s set each other for ever".formatted(context.aggregate(), work.aggregateId()));
        }
    }

    /**
     * Does what {@link #handle} does, or begins with it: it stops after so many timers. Whoever goes on with the same command
     * until it is handled, and with no other of this aggregate in between, gets the same events.
     *
     * @param timersMost how many timers fire at most, at least 1; a tick is handled with those that it fires
     * @return whether the command is handled
     */
    public boolean resume(AuthenticatedCommand<C> arrived, int timersMost, Consumer<List<E>> publish) {
        C command = arrived.command();
        CommandMetadata metadata = arrived.metadata();
        work.begin(format.aggregateId().apply(command));
        Progress progress = work.progress();
        long timeMs =
                progress == null ? metadata.appendTimeMs() : Math.max(metadata.appendTimeMs(), progress.getTimeMs());
        boolean tick = format.isTick().test(format.payload().apply(command));
        int most = tick ? Math.min(timersMost, TIMERS_PER_TICK_MAXIMUM) : timersMost;
        boolean nothingIsDue = fireTimers(timeMs, most, publish);
        if (tick) {
            return true;
        }
        if (!nothingIsDue) {
            return false;
        }
        decide(command, metadata, timeMs, publish);
        return true;
    }

    /** Fires timers that are due, and says whether none is left. */
    private boolean fireTimers(long timeMs, int most, Consumer<List<E>> publish) {
        for (int fired = 0; ; fired++) {
            DueTimer timer = work.timers().next();
            if (timer == null || timer.dueMs() > timeMs) {
                return true;
            }
            if (fired == most) {
                return false;
            }
            if (timer.id().isDeletion()) {
                work.deleteBatch(timer, RECORDS_PER_DELETION, timeMs);
            } else {
                fire(timer);
                publish.accept(collector.events());
            }
        }
    }

    private void fire(DueTimer timer) {
        decision.begin(timer.dueMs(), null, null);
        work.cancelTimer(timer.id());
        context.decider().fire(decision, timer.id());
        work.commit();
    }

    private void decide(C command, CommandMetadata metadata, long timeMs, Consumer<List<E>> publish) {
        Principal principal = metadata.principal();
        String commandId = format.commandId().apply(command);
        IdempotencyKey key = new IdempotencyKey(principal.sender(), commandId);
        boolean memorable = key.isMemorable();
        Cause cause = causeOf(command, principal);
        if ((memorable && isRepetition(key, timeMs)) || isDecided(cause)) {
            return;
        }
        // What is far too long to be an id is not repeated in the outcome.
        boolean existed = work.exists();
        decision.begin(timeMs, commandId.length() <= Admission.ID_LENGTH_MAXIMUM ? commandId : null, principal);
        SpecificRecord rejection = admission.rejection(command, metadata, work.exists());
        if (rejection != null) {
            decision.reject(rejection);
        } else {
            context.decider().decide(decision, command);
        }
        boolean exists = work.exists();
        if (exists && cause != null) {
            work.put(context.tables().causes(), cause);
        }
        List<E> events = collector.events();
        work.commit();
        // Whoever closes an aggregate and says so twice has closed it once.
        if ((exists || existed) && memorable) {
            ids.remember(work.aggregateId(), key, timeMs);
        }
        publish.accept(events);
    }

    /** The cause of a command, if the sender may name it; what others name is refused. */
    private Cause causeOf(C command, Principal principal) {
        Cause cause = format.cause().apply(command);
        return cause != null && principal.equals(Principal.service(cause.getContext())) ? cause : null;
    }

    private boolean isRepetition(IdempotencyKey key, long timeMs) {
        Long handledAtMs = ids.handledAtMs(work.aggregateId(), key);
        return handledAtMs != null && timeMs - handledAtMs <= IdempotencyKey.REMEMBERED_MS;
    }

    /** A relay keeps the order of each aggregate, so of its commands those up to the last one were decided. */
    private boolean isDecided(Cause cause) {
        Cause last = cause == null ? null : work.get(context.tables().causes(), Tables.sourceOf(cause));
        return last != null
                && (cause.getSequence() < last.getSequence()
                        || (cause.getSequence() == last.getSequence() && cause.getNumber() <= last.getNumber()));
    }
}
