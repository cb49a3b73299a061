package dungeon.verification.upgrade;

import dungeon.standalone.bots.BotHost;
import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.chaos.Games;
import dungeon.verification.chaos.HostilePlayer;
import dungeon.verification.chaos.LiveLog;
import dungeon.verification.chaos.QueryProbe;
import dungeon.verification.chaos.Verdict;
import dungeon.verification.chaos.ViewsAlone;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.checks.DeadLetters;
import dungeon.verification.cluster.Build;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.ClusterConfig;
import dungeon.verification.cluster.TopologyGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays games on a cluster of an older build, replaces all services by this build and back again, and checks every promise. */
public final class UpgradeRun {
    private static final int GAMES = 3;
    private static final Duration GAME_SHORTEST = Duration.ofMinutes(1);
    /** So that some games are decided by both builds, and by the older one again. */
    private static final Duration GAME_LONGEST = Duration.ofMinutes(3);

    /** On a busy machine an answer is late; only one that never comes is none. */
    private static final QueryProbe.Style QUESTIONS =
            new QueryProbe.Style(250, Duration.ofMinutes(1), GAMES, true, true);

    private static final Duration GAMES_MAXIMUM = Duration.ofMinutes(3);
    private static final Duration END_MAXIMUM = GAME_LONGEST.plusMinutes(3);
    /** Whoever is replaced leaves its group by itself; and on a busy machine who is silent is not dead. */
    private static final Duration SESSION = Duration.ofSeconds(45);

    private static final long CALM_MS = 3_000;

    private final UpgradePlan plan;
    private final Progress progress;
    private volatile boolean stopped;

    public UpgradeRun(UpgradePlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs, and says whether every promise was kept. */
    public boolean run() throws IOException, InterruptedException {
        Path data = plan.data().isPresent() ? plan.data().get() : Files.createTempDirectory("dungeon-upgrade");
        boolean kept;
        try (DataFolder folder = DataFolder.open(data)) {
            Logging.toFolder(folder.resolve("logs"));
            progress.say("From %s to this build and back; data is in %s".formatted(plan.olderName(), data));
            kept = run(folder, data);
        } catch (RuntimeException e) {
            if (!stopped) {
                throw e;
            }
            log().debug("Whatever was under way fails when all is stopped", e);
            return false;
        }
        if (kept) {
            DataFolder.remove(data);
        } else if (!stopped) {
            progress.say("All data and logs are kept in " + data);
        }
        return kept;
    }

    private boolean run(DataFolder folder, Path data) throws InterruptedException, IOException {
        Build older = Build.of(plan.older(), data.resolve("classes/older"));
        Cluster cluster = new Cluster(new ClusterConfig(
                data, plan.brokers(), UpgradePlan.INSTANCES, false, Optional.of(SESSION), List.of(), false, Map.of()));
        Thread onSignal = new Thread(() -> stop(cluster, folder, data), "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        Random random = new Random();
        try (cluster) {
            cluster.start(older);
            progress.say("Two instances of the topology and of the queries and ingest serve, of " + plan.olderName());
            try (LiveLog live = new LiveLog(cluster.clientConfig());
                    BotHost bots = new BotHost(data.resolve("bots"), cluster.platform());
                    Games games = new Games(cluster, live, bots, GAMES, GAME_SHORTEST, GAME_LONGEST, random);
                    QueryProbe probe = new QueryProbe(cluster.queriesUrls(), live, QUESTIONS);
                    TopologyGroup group = new TopologyGroup(cluster.clientConfig())) {
                live.start();
                games.start();
                awaitGames(live);
                try (HostilePlayer player = HostilePlayer.start(cluster, live, random);
                        Verdict verdict = new Verdict(cluster, group)) {
                    probe.start();
                    cluster.archiveClasses();
                    Replacements replacements = new Replacements(cluster, live, probe, group, player, progress);
                    return keepsEveryPromise(cluster, older, live, games, player, verdict, replacements);
                }
            }
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(onSignal);
            } catch (IllegalStateException e) {
                log().debug("The JVM is ending, and the hook does the same", e);
            }
        }
    }

    /** Nothing was found until now, so nothing is kept. */
    private void stop(Cluster cluster, DataFolder folder, Path data) {
        stopped = true;
        cluster.close();
        folder.close();
        DataFolder.remove(data);
        progress.say("Stopped before the end; nothing was found until then, and nothing is kept");
    }

    private boolean keepsEveryPromise(
            Cluster cluster,
            Build older,
            LiveLog live,
            Games games,
            HostilePlayer player,
            Verdict verdict,
            Replacements replacements)
            throws InterruptedException, IOException {
        try {
            Thread.sleep(CALM_MS);
            replacements.nothing("before");
            // As the first part of an upgrade, before anything is written with them.
            cluster.registerSchemas();
            replacements.everythingBy(cluster.ownBuild(), "this build");
            check("On this build", cluster, false, player, verdict);
            replacements.everythingBy(older, plan.olderName());
            end(live, games, player);
            check("Back again", cluster, true, player, verdict);
            progress.say("Back again: " + new ViewsAlone(cluster, verdict.log()).check());
            printSummary(player, verdict, replacements);
            return true;
        } catch (BrokenPromiseException e) {
            if (!stopped) {
                progress.say("FOUND: " + e.getMessage());
                log().error("A promise is broken", e);
                printSummary(player, verdict, replacements);
            }
            return false;
        }
    }

    private void check(String when, Cluster cluster, boolean over, HostilePlayer player, Verdict verdict)
            throws InterruptedException, IOException {
        progress.say("%s: %s".formatted(when, verdict.check(over, player)));
        Set<String> reasons = verdict.log().deadLetters().reasons();
        if (!Set.of(DeadLetters.UNAUTHENTICATED).containsAll(reasons)) {
            throw new BrokenPromiseException("Some of what was sent ended as dead letters: " + reasons);
        }
        if (!cluster.endedByThemselves().isEmpty()) {
            throw new BrokenPromiseException("These ended by themselves: " + cluster.endedByThemselves());
        }
    }

    private static void awaitGames(LiveLog live) throws InterruptedException {
        if (!Waiting.until(() -> live.running(Duration.ofSeconds(5)).size() >= GAMES - 1, GAMES_MAXIMUM)) {
            throw new IllegalStateException("No games come about within " + GAMES_MAXIMUM);
        }
    }

    /** No more games; those that run come to their ends, with everybody still sending. */
    private void end(LiveLog live, Games games, HostilePlayer player) throws InterruptedException {
        games.stop();
        progress.say("%d games come to their end".formatted(live.open().size()));
        long deadlineNanos = System.nanoTime() + END_MAXIMUM.toNanos();
        while (!live.open().isEmpty()) {
            Set<String> open = live.open();
            if (System.nanoTime() > deadlineNanos) {
                throw new BrokenPromiseException("These games do not reach their end: " + open);
            }
            if (live.running(Duration.ZERO).isEmpty()) {
                games.endUnstarted(open);
            }
            Thread.sleep(CALM_MS);
        }
        player.stop();
        games.close();
        Thread.sleep(CALM_MS);
    }

    private void printSummary(HostilePlayer player, Verdict verdict, Replacements replacements) {
        progress.print("");
        replacements.all().forEach(seen -> progress.print("%s: %s".formatted(seen.what(), seen.figures())));
        progress.print("One player alone sent %d commands, %d of them repeats; %d events were aborted"
                .formatted(player.records(), player.repeats(), verdict.abortedInAll()));
    }

    /** Made when it is needed, because logging is set up by then. */
    private static Logger log() {
        return LoggerFactory.getLogger(UpgradeRun.class);
    }
}
