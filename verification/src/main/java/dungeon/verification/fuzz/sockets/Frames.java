package dungeon.verification.fuzz.sockets;

import java.nio.ByteBuffer;
import java.util.Random;

/** Frames of RFC 6455, in order and not. */
final class Frames {
    static final int TEXT = 1;
    static final int CLOSE = 8;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT_MAXIMUM = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int TWO_BYTES_MAXIMUM = 0xFFFF;
    private static final int HEADER_MAXIMUM = 14;

    private Frames() {}

    /** One in order. */
    static byte[] of(int kind, byte[] payload, Random random) {
        return of(FINAL | kind, true, payload.length, payload, random);
    }

    /** One that is wrong in some way. */
    static byte[] hostile(Random random) {
        byte[] payload = new byte[random.nextInt(4) == 0 ? random.nextInt(40_000) : random.nextInt(200)];
        random.nextBytes(payload);
        return switch (random.nextInt(7)) {
            // Unmasked, which no client may be.
            case 0 -> of(FINAL | TEXT, false, payload.length, payload, random);
            // Of any kind, with bits that mean nothing.
            case 1 -> of(random.nextInt(256), true, payload.length, payload, random);
            // A length that is another one.
            case 2 -> of(FINAL | TEXT, true, random.nextLong(), payload, random);
            case 3 -> of(FINAL | TEXT, true, Long.MAX_VALUE, payload, random);
            // A piece without a beginning, or without an end.
            case 4 -> of(random.nextInt(3), true, payload.length, payload, random);
            // Control frames may not be long.
            case 5 -> of(FINAL | (CLOSE + random.nextInt(3)), true, payload.length, payload, random);
            default -> payload;
        };
    }

    private static byte[] of(int first, boolean masked, long length, byte[] payload, Random random) {
        ByteBuffer frame = ByteBuffer.allocate(HEADER_MAXIMUM + payload.length).put((byte) first);
        int mask = masked ? MASKED : 0;
        if (length >= 0 && length <= SHORT_MAXIMUM) {
            frame.put((byte) (mask | length));
        } else if (length >= 0 && length <= TWO_BYTES_MAXIMUM) {
            frame.put((byte) (mask | TWO_BYTES)).putShort((short) length);
        } else {
            frame.put((byte) (mask | EIGHT_BYTES)).putLong(length);
        }
        byte[] key = new byte[Integer.BYTES];
        if (masked) {
            random.nextBytes(key);
            frame.put(key);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ key[i % key.length]));
        }
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }
}
