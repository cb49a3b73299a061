package dungeon.verification.fuzz.bytes;

import java.util.Arrays;
import java.util.Random;

/** Changes bytes in a few places, as faulty programs, bad lines and people with a hex editor do. */
public final class Mutation {
    private static final int STEPS_MAXIMUM = 4;
    private static final int PIECE_MAXIMUM = 64;

    /** What readers of numbers, lengths and texts stumble over. */
    private static final byte[] EDGES = {0, 1, 2, 0x7F, -1, -128, -2, '"', '{', '[', '\\', '\n', '\r', ' ', '%', '/'};

    private Mutation() {}

    /** Changed bytes; rarely the same ones again. */
    public static byte[] of(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        int steps = 1 + random.nextInt(STEPS_MAXIMUM);
        for (int i = 0; i < steps; i++) {
            mutated = step(mutated, random);
        }
        return mutated;
    }

    private static byte[] step(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> bytes[at] = EDGES[random.nextInt(EDGES.length)];
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                // A piece of it once more.
                int length = Math.min(bytes.length - at, 1 + random.nextInt(PIECE_MAXIMUM));
                return spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            }
            case 5 -> {
                return spliced(bytes, at, Math.min(bytes.length - at, 1 + random.nextInt(PIECE_MAXIMUM)), new byte[0]);
            }
            default -> {
                byte[] more = new byte[1 + random.nextInt(PIECE_MAXIMUM)];
                random.nextBytes(more);
                return spliced(bytes, at, 0, more);
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
        byte[] result = new byte[bytes.length - removed + added.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
        return result;
    }
}
