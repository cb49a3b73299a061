package dungeon.players.practice;

import dungeon.platform.envelope.Ids;
import java.time.Duration;
import java.util.UUID;

/**
 * Whose turn it is to take a game. Each game has an order of its own of all instances, which each of them computes: the first takes it at
 * once, and the next ones only if it has not after a while. Games are shared out evenly, and where an instance is away the others follow.
 *
 * @param instance which one this is, from 0
 * @param instances how many there are
 * @param patience how long each waits for the one before
 */
public record Turn(int instance, int instances, Duration patience) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public Turn {
        if (instance < 0 || instance >= instances) {
            throw new IllegalArgumentException(
                    "instance is %d, and there are %d instances: set it to 0 to %d, or instances to more"
                            .formatted(instance, instances, instances - 1));
        }
    }

    /** The only instance. */
    public static Turn alone() {
        return new Turn(0, 1, Duration.ZERO);
    }

    /**
     * How long after it has heard of a game this instance may take it.
     *
     * @param gameId UUID
     */
    Duration delay(String gameId) {
        UUID spread = UUID.fromString(Ids.nameBased("practice:" + gameId));
        int first = Math.floorMod(spread.getLeastSignificantBits(), instances);
        return patience.multipliedBy(Math.floorMod(instance - first, instances));
    }
}
