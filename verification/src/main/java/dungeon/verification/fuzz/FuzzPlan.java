package dungeon.verification.fuzz;

import dungeon.verification.fuzz.cases.CaseId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be sent.
 *
 * @param seed of everything that the cases choose
 * @param cases how many, over all ways
 * @param only a case that is sent by itself; empty for all
 * @param data where everything is kept; empty for a temporary folder
 */
public record FuzzPlan(long seed, int cases, Optional<CaseId> only, Optional<Path> data) {
    /** What {@code ./dungeon test --slow} sends. */
    public static final int CASES = 100_000;

    private static final int SOCKETS_PERCENT = 3;
    private static final int HTTP_PERCENT = 27;

    int ofSockets() {
        return cases * SOCKETS_PERCENT / 100;
    }

    int ofHttp() {
        return cases * HTTP_PERCENT / 100;
    }

    int ofKafka() {
        return cases - ofSockets() - ofHttp();
    }
}
