package dungeon.ingest.http;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** What all chance of a game comes from; secret until its end, so it must be hard to guess. */
final class Seed {
    private static final int SEED_BYTES = 32;
    private static final SecureRandom SOURCE = new SecureRandom();

    private Seed() {}

    static ByteBuffer next() {
        byte[] seed = new byte[SEED_BYTES];
        SOURCE.nextBytes(seed);
        return ByteBuffer.wrap(seed);
    }
}
