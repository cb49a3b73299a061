package dungeon.platform.core.state;

import dungeon.platform.envelope.EventMetadata;
import org.apache.avro.specific.SpecificRecord;

/** How events change the state of an aggregate: the only way in which it changes. It knows no rules. */
public interface Evolver {
    void evolve(StateChanges state, EventMetadata event, SpecificRecord payload);
}
