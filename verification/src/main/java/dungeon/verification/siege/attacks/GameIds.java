package dungeon.verification.siege.attacks;

import java.util.Random;
import java.util.UUID;

/** Ids of new games: UUIDs of version 7, which carry their time. */
final class GameIds {
    private static final long RANDOM_BITS_OF_THE_UPPER_HALF = 0xFFFL;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS_OF_THE_LOWER_HALF = 0x3FFF_FFFF_FFFF_FFFFL;

    private GameIds() {}

    /** One of this moment. */
    static String next(Random random) {
        long upper =
                (System.currentTimeMillis() << 16) | VERSION_7 | (random.nextLong() & RANDOM_BITS_OF_THE_UPPER_HALF);
        return new UUID(upper, VARIANT | (random.nextLong() & RANDOM_BITS_OF_THE_LOWER_HALF)).toString();
    }
}
