package dungeon.golden;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * The state of a game after one of its events.
 *
 * @param sequence the event's number
 * @param lines what is compared, a line for each record and each timer, in the order of their characters
 */
record Snapshot(long sequence, List<String> lines) {
    /** @param lines in any order */
    static Snapshot of(long sequence, Collection<String> lines) {
        return new Snapshot(sequence, lines.stream().sorted().toList());
    }

    /** SHA-256 of the lines, in hex. */
    String digest() {
        try {
            byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
