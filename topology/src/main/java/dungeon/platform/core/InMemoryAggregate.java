package dungeon.platform.core;

import dungeon.platform.core.state.InMemoryState;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.core.timers.DueTimer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * One aggregate in memory, with all that decides on it: for replays, audits, simulations and tests.
 *
 * @param <C> the type of the commands
 * @param <E> the type of the events
 */
public final class InMemoryAggregate<C extends SpecificRecord, E extends SpecificRecord> {
    private final InMemoryState state;
    private final CommandHandler<C, E, ?> handler;
    private final EventFolder<E> folder;

    private InMemoryAggregate(InMemoryState state, CommandHandler<C, E, ?> handler, EventFolder<E> folder) {
        this.state = state;
        this.handler = handler;
        this.folder = folder;
    }

    /** An aggregate to which nothing has happened yet. */
    public static <C extends SpecificRecord, E extends SpecificRecord, S> InMemoryAggregate<C, E> of(
            BoundedContext<C, E, S> context, String aggregateId) {
        InMemoryState state = new InMemoryState(context.tables(), aggregateId);
        UnitOfWork work = new UnitOfWork(context.tables(), state);
        return new InMemoryAggregate<>(
                state,
                new CommandHandler<>(context, work, new InMemoryIdempotency()),
                new EventFolder<>(context, work));
    }

    public InMemoryState state() {
        return state;
    }

    /** The timer that is due first; null if there is none. */
    public DueTimer nextTimer() {
        return state.timers().next();
    }

    /** See {@link CommandHandler#handle}. */
    public void handle(C command, CommandMetadata metadata, Consumer<List<E>> publish) {
        handler.handle(new AuthenticatedCommand<>(command, metadata), publish);
    }

    /** Folds an event that follows those that were folded before. */
    public void fold(E event) {
        folder.fold(event);
        folder.commit();
    }
}
