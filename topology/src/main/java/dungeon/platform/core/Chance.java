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

    private final MessageDigest digest = sha256();
    /** The seed, and behind it the number of the draw. */
    private final ByteBuffer input;

    private long draw;

    /**
     * @param seed {@link #SEED_BYTES} bytes
     * @param nextDraw the number of the next draw
     */
    public Chance(ByteBuffer seed, long nextDraw) {
        byte[] bytes = bytes(seed);
        this.input = ByteBuffer.allocate(bytes.length + Long.BYTES).put(bytes);
        this.draw = nextDraw;
    }

    /**
     * The next draw: the first 8 bytes of SHA-256(seed, draw number in 8 bytes), unsigned, modulo the bound.
     *
     * @param bound above 0
     * @return 0 or more, below the bound
     */
    public int below(int bound) {
        return at(skip(), bound);
    }

    /** Leaves out the next draw, and gives its number: what is drawn with it can be asked for later, or never. */
    public long skip() {
        return draw++;
    }

    /** What {@link #below} gives for the draw of a number. */
    public int at(long number, int bound) {
        input.putLong(input.capacity() - Long.BYTES, number);
        byte[] hash = digest.digest(input.array());
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), bound);
    }

    /** SHA-256 of a seed, in hex; published while the seed itself is secret. */
    public static String hashOf(ByteBuffer seed) {
        return HexFormat.of().formatHex(sha256().digest(bytes(seed)));
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
