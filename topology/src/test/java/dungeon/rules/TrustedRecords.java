package dungeon.rules;

import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.state.Progress;

/** Avro makes records with defaults only from packages that are trusted, which the first serde sees to. */
final class TrustedRecords {
    static {
        new StateSerde<>(Progress.class).close();
    }

    private TrustedRecords() {}

    static void trust() {
        // The work is done once, by the static initializer.
    }
}
