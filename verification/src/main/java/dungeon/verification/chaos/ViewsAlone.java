package dungeon.verification.chaos;

import dungeon.robots.InMemoryGame;
import dungeon.standalone.processes.Child;
import dungeon.verification.checks.LogChecks;
import dungeon.verification.checks.PublishedLog;
import dungeon.verification.checks.QueriesCheck;
import dungeon.verification.cluster.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What each instance of the queries has by itself. While several run, the one that folds a game answers for all of them, so a
 * fault in the copy of another, or in the changelogs, would only come to light with a later takeover.
 */
public final class ViewsAlone {
    private final Cluster cluster;
    private final List<InMemoryGame> worlds;

    /** @param log all events of the games that are asked for, all of which are over */
    public ViewsAlone(Cluster cluster, PublishedLog log) {
        this.cluster = cluster;
        this.worlds = log.gameIds().stream()
                .map(gameId -> LogChecks.fold(log, gameId))
                .toList();
    }

    /**
     * Asks each instance for everything while the others are stopped, and then one that has the changelogs only; afterwards all
     * of them run again.
     *
     * @return what was checked, in words
     * @throws dungeon.verification.checks.BrokenPromiseException with the first answer that is not the fold
     */
    public String check() throws InterruptedException, IOException {
        for (Child instance : cluster.queries()) {
            instance.terminate();
        }
        for (int i = 0; i < cluster.queries().size(); i++) {
            answersAreTheFold(i);
        }
        Path state = cluster.queriesState(0);
        // Put aside and not removed: whoever finds a fault here wants to see both.
        Files.move(state, state.resolveSibling("state-of-the-run"));
        answersAreTheFold(0);
        cluster.queries().forEach(Child::start);
        return "%d games in each instance of the queries by itself, and in one that had the changelogs only"
                .formatted(worlds.size());
    }

    private void answersAreTheFold(int number) throws InterruptedException, IOException {
        Child instance = cluster.queries().get(number);
        instance.start();
        cluster.awaitReady(cluster.queriesUrls().get(number));
        QueriesCheck check = new QueriesCheck(cluster.queriesUrls().get(number));
        for (InMemoryGame world : worlds) {
            check.answersAreTheFold(world);
        }
        instance.terminate();
    }
}
