package dungeon.benchmarks.feeds;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/** Finds in a stream of bytes the numbers behind a text that is nothing else's end and beginning at once. */
final class NumberFinder {
    private final String before;
    private int matched;
    private boolean inNumber;
    private long number;

    NumberFinder(String before) {
        this.before = before;
    }

    void take(ByteBuffer bytes, LongConsumer found) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (inNumber && next >= '0' && next <= '9') {
                number = number * 10 + next - '0';
                continue;
            }
            if (inNumber) {
                inNumber = false;
                found.accept(number);
            }
            if (next == before.charAt(matched)) {
                matched++;
            } else {
                matched = next == before.charAt(0) ? 1 : 0;
            }
            if (matched == before.length()) {
                matched = 0;
                inNumber = true;
                number = 0;
            }
        }
    }
}
