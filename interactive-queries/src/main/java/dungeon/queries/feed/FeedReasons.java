package dungeon.queries.feed;

import java.nio.charset.StandardCharsets;

/** Reasons of a close: a frame of control has room for few of them. */
final class FeedReasons {
    /** What the protocol leaves beside the code. */
    private static final int BYTES_MAXIMUM = 123;

    private FeedReasons() {}

    /** As much of a reason as there is room for. */
    static String fit(String reason) {
        String cut = reason;
        while (cut.getBytes(StandardCharsets.UTF_8).length > BYTES_MAXIMUM) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
