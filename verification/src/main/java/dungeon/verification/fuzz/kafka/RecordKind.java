package dungeon.verification.fuzz.kafka;

import java.util.Random;

/** One way of writing hostile records. */
interface RecordKind {
    /** In a few words with hyphens between them. */
    String name();

    /** How many of it come, against the others. */
    int weight();

    /** One of them; all that it chooses comes from there. */
    HostileRecord next(Random random);
}
