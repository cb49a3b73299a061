package dungeon.verification.siege;

import dungeon.verification.siege.attacks.Attack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a siege is to do.
 *
 * @param seed of everything that hostile players choose
 * @param ratePercent of each kind's own rate
 * @param siege how long they come
 * @param calm how long honest players are measured by themselves before
 * @param only the kinds of hostile players that come, by the beginnings of their names; empty for all
 * @param apart whether each kind comes by itself, one after the other, which shows which of them does what
 * @param secure whether hostile players come to a broker that wants a token of them
 * @param data where everything is kept; empty for a temporary folder
 */
public record SiegePlan(
        long seed,
        int ratePercent,
        Duration siege,
        Duration calm,
        List<String> only,
        boolean apart,
        boolean secure,
        Optional<Path> data) {
    /** How often a kind of hostile player tries. */
    int perMinute(Attack attack) {
        return Math.max(1, attack.perMinute() * ratePercent / 100);
    }

    boolean includes(String kind) {
        return only.isEmpty() || only.stream().anyMatch(kind::startsWith);
    }
}
