package dungeon.players.practice;

import dungeon.platform.envelope.Ids;
import java.time.Duration;
import java.util.UUID;

/**
 * Whose turn it is to take a game. Each game has an order of its own of all instances, which go round from the time on at which it wants bots, so that at any
 * time one of them may take it, and all compute which. Games are shared out evenly, and where an instance is away the others follow. The
 * instances' clocks have to agree within half a turn; whose game it is does not depend on that ({@link Claim}).
 *
 * @param instance which one this is, from 0
 * @param instances how many there are
 * @param patience how long each has its turn
 */
public record Turn(int instance, int instances, Duration patience) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no such instance, or no time for it
     */
    public Turn {
        if (instance < 0 || instance >= instances) {
            throw new IllegalArgumentException(
                    "instance is %d, and there are %d instances: set it to 0 to %d, or instances to more"
                            .formatted(instance, instances, instances - 1));
        }
        if (patience.toMillis() < 1) {
            throw new IllegalArgumentException("A turn lasts %s: set it to 1 ms or more".formatted(patience));
        }
    }

    /** The only instance. */
    public static Turn alone() {
        return new Turn(0, 1, PracticeLimits.PATIENCE);
    }

    /**
     * Whether this instance may take a game now.
     *
     * @param gameId UUID
     * @param fromMs when it began to want bots, in ms since 1970
     * @param nowMs in ms since 1970
     */
    boolean isNow(String gameId, long fromMs, long nowMs) {
        long sinceMs = nowMs - fromMs;
        long patienceMs = patience.toMillis();
        // Who joins late in a turn would not be seen in time by the one whose turn is next.
        boolean isEarly = Math.floorMod(sinceMs, patienceMs) <= patienceMs / 2;
        long turn = first(gameId) + Math.floorDiv(sinceMs, patienceMs);
        return instances == 1 || (isEarly && Math.floorMod(turn, instances) == instance);
    }

    private int first(String gameId) {
        UUID spread = UUID.fromString(Ids.nameBased("practice:" + gameId));
        return Math.floorMod(spread.getLeastSignificantBits(), instances);
    }
}
