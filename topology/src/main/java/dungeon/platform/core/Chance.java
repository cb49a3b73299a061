package dungeon.platform.core;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The chance of one aggregate: a hash of its secret seed and the number of the draw, so that anyone who knows the seed can
 * check each draw afterwards.
 */
public final class Chance {
    public static final int SEED_BYTES = 32;

    private final byte[] seed;
    private long draw;

    /**
     * @param seed {@link #SEED_BYTES} bytes
     * @param nextDraw the number of the next draw
     */
    public Chance(ByteBuffer seed, long nextDraw) {
        this.seed = bytes(seed);
        this.draw = nextDraw;
    }

    /**
     * The next draw: the first 8 bytes of SHA-256(seed, draw number in 8 bytes), unsigned, modulo the bound.
     *
     * @param bound above 0
     * @return 0 or more, below the bound
     */
    public int below(int bound) {
        byte[] hash = sha256(ByteBuffer.allocate(seed.length + Long.BYTES)
                .put(seed)
                .putLong(draw)
                .array());
        draw++;
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), bound);
    }

    /** SHA-256 of a seed, in hex; published while the seed itself is secret. */
    public static String hashOf(ByteBuffer seed) {
        return HexFormat.of().formatHex(sha256(bytes(seed)));
    }

    /** A seed in hex. */
    public static String hexOf(ByteBuffer seed) {
        return HexFormat.of().formatHex(bytes(seed));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
