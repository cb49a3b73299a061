package dungeon.verification.audit.model;

import dungeon.verification.audit.finding.Check;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** What was left to chance, kept until the seed is public and can be checked. */
public final class Draws {
    /** The draws before this one belong to the map. */
    public static final long FIRST_OF_THE_GAME = 1_000_000;

    /** The outcome of a draw: at least {@code least}, at most {@code most}, of the numbers below {@code bound}. */
    private record Drawn(long sequence, String what, long bound, long least, long most) {}

    private final List<Drawn> drawn = new ArrayList<>();

    public void add(long sequence, String what, long bound, long value) {
        drawn.add(new Drawn(sequence, what, bound, value, value));
    }

    /** A chance per thousand that did or did not come about. */
    public void addChance(long sequence, String what, int perThousand, boolean cameAbout) {
        drawn.add(
                cameAbout
                        ? new Drawn(sequence, what, 1000, 0, perThousand - 1L)
                        : new Drawn(sequence, what, 1000, perThousand, 999));
    }

    /** The number of the next draw. */
    public long next() {
        return FIRST_OF_THE_GAME + drawn.size();
    }

    public void check(byte[] seed) {
        long number = FIRST_OF_THE_GAME;
        for (Drawn each : drawn) {
            long value = draw(seed, number, each.bound());
            Check.holds(
                    "draw " + number + " (" + each.what() + " in event " + each.sequence() + ")",
                    value >= each.least() && value <= each.most(),
                    "what the seed gives, " + value + " below " + each.bound(),
                    each.least() + " to " + each.most());
            number++;
        }
    }

    public static long draw(byte[] seed, long number, long bound) {
        byte[] numbered = ByteBuffer.allocate(seed.length + Long.BYTES)
                .put(seed)
                .putLong(number)
                .array();
        return Long.remainderUnsigned(ByteBuffer.wrap(sha256(numbered)).getLong(), bound);
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
