package dungeon.platform.core;

import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.Evolver;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.core.state.Tables;
import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.EventFormat;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A context: everything that is its own. The platform does the rest.
 *
 * @param aggregate what an aggregate of it is called, such as "game"
 * @param idField what its id is called in commands and events, such as "gameId"
 * @param ids how its aggregates are called by id
 * @param state its typed face on the records that decisions read; made once for each task
 * @param admission the checks of its commands that need no state
 * @param rejections how it says no
 * @param decider what commands and timers cause
 * @param evolver how events change state
 * @param <C> the type of its commands
 * @param <E> the type of its events
 * @param <S> its state as decisions read it
 */
public record BoundedContext<C extends SpecificRecord, E extends SpecificRecord, S>(
        String aggregate,
        String idField,
        AggregateIds ids,
        CommandFormat<C> commands,
        EventFormat<E> events,
        Tables tables,
        Function<StateReader, S> state,
        AdmissionPolicy<C> admission,
        Rejections rejections,
        Decider<C, S> decider,
        Evolver evolver) {

    /** The name of the context, with which the names of its stores begin. */
    public String name() {
        return tables.context();
    }
}
