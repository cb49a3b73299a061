package dungeon.verification.audit;

import dungeon.verification.audit.finding.Broken;
import dungeon.verification.audit.finding.Check;
import java.util.HashMap;
import java.util.Map;

/** One outcome for each command: an id is remembered for five minutes of game time, by sender. */
final class Outcomes {
    static final long REMEMBERED_MS = 5 * 60_000;

    private record Sent(String playerId, String commandId) {}

    private final Map<Sent, Long> handledAtMs = new HashMap<>();

    /** A command has its outcome now. */
    void add(String playerId, String commandId, long timeMs) {
        Check.holds("commandId", commandId != null, "that of the command", null);
        Long before = handledAtMs.put(new Sent(playerId, commandId), timeMs);
        if (before != null && timeMs <= before + REMEMBERED_MS) {
            throw new Broken("outcomes of command " + commandId, "the one of time " + before, "another");
        }
    }

    boolean isRemembered(String playerId, String commandId, long timeMs) {
        Long before = handledAtMs.get(new Sent(playerId, commandId));
        return before != null && timeMs <= before + REMEMBERED_MS;
    }
}
