package dungeon.verification.fuzz.http;

import java.util.Random;

/** One way of sending hostile requests. */
interface RequestKind {
    /** In a few words with hyphens between them. */
    String name();

    /** How many of it come, against the others. */
    int weight();

    /** One of them; all that it chooses comes from there. */
    HostileRequest next(Random random);
}
