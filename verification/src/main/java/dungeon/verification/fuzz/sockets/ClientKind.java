package dungeon.verification.fuzz.sockets;

import java.util.Random;

/** One way of being a hostile client of a feed. */
interface ClientKind {
    /** In a few words with hyphens between them. */
    String name();

    /** How many of it come, against the others. */
    int weight();

    /** One of them; all that it chooses comes from there. */
    HostileClient next(Random random);
}
