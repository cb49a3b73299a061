package dungeon.verification.trial;

import dungeon.players.connection.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is tried, and where.
 *
 * @param platform the installation; its queries are the first of {@code queriesUrls}
 * @param queriesUrls instances of the queries, each of which is asked in the end
 * @param historyUrl where the history answers, the one door or itself; empty if there is none
 * @param administratorToken a file with the token of the installation's administrator
 * @param duration of the match
 * @param disturbances commands of the shell, run one after the other while the match is on; each finds the game's id in {@code DUNGEON_GAME}
 *     and the address of the topology's instance that decides it in {@code DUNGEON_DECIDER}
 */
public record TrialPlan(
        Platform platform,
        List<String> queriesUrls,
        Optional<String> historyUrl,
        Path administratorToken,
        Duration duration,
        List<String> disturbances) {
    public TrialPlan {
        queriesUrls = List.copyOf(queriesUrls);
        disturbances = List.copyOf(disturbances);
    }
}
