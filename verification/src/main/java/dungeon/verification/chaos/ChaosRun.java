package dungeon.verification.chaos;

import dungeon.players.bots.BotHost;
import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.checks.LogChecks;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.ClusterConfig;
import dungeon.verification.cluster.TopologyGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays games on a cluster, makes faults, and checks after each that every promise was kept. */
public final class ChaosRun {
    private static final int GAMES = 5;
    private static final Duration GAME_SHORTEST = Duration.ofSeconds(30);
    private static final Duration GAME_LONGEST = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration END_PATIENCE = Duration.ofMinutes(3);
    /** So long after a fault the group may still be sharing out its partitions. */
    private static final long CALM_MS = 3_000;

    private final ChaosPlan plan;
    private final Progress progress;
    private final List<String> summary = new ArrayList<>();
    private volatile boolean stopped;

    public ChaosRun(ChaosPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs, and says whether every promise was kept. */
    public boolean run() throws IOException, InterruptedException {
        Path data = plan.data().isPresent() ? plan.data().get() : Files.createTempDirectory("dungeon-chaos");
        boolean kept;
        try (DataFolder folder = DataFolder.open(data)) {
            Logging.toFolder(folder.resolve("logs"));
            String time = plan.duration()
                    .map(duration -> "for %d s".formatted(duration.toSeconds()))
                    .orElse("until each fault was made once");
            progress.say("Chaos with seed %d %s; data is in %s".formatted(plan.seed(), time, data));
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
        Random random = new Random(plan.seed());
        ClusterConfig config = new ClusterConfig(
                data,
                ChaosPlan.BROKERS,
                ChaosPlan.INSTANCES,
                plan.staticMembers(),
                plan.session(),
                plan.classPathFirst(),
                false,
                Map.of());
        Cluster cluster = new Cluster(config);
        Thread onSignal = new Thread(() -> stop(cluster, folder, data), "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (cluster) {
            cluster.start();
            progress.say(
                    "Three brokers, the registry, two instances of the topology and of the queries and ingest serve");
            try (LiveLog live = new LiveLog(cluster.clientConfig());
                    BotHost bots = new BotHost(data.resolve("bots"), cluster.platform());
                    Games games = new Games(cluster, live, bots, GAMES, GAME_SHORTEST, GAME_LONGEST, random);
                    QueryProbe probe = new QueryProbe(cluster.queriesUrls(), live);
                    TopologyGroup group = new TopologyGroup(cluster.clientConfig())) {
                live.start();
                games.start();
                probe.start();
                awaitGames(live);
                try (HostilePlayer player = HostilePlayer.start(cluster, live, random);
                        Verdict verdict = new Verdict(cluster, group)) {
                    return play(cluster, live, games, probe, group, player, verdict);
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

    private boolean play(
            Cluster cluster,
            LiveLog live,
            Games games,
            QueryProbe probe,
            TopologyGroup group,
            HostilePlayer player,
            Verdict verdict)
            throws InterruptedException, IOException {
        Schedule schedule = new Schedule(plan.seed(), plan.faults());
        Injector injector = new Injector(cluster, live, group, player);
        long beganNanos = System.nanoTime();
        try {
            Thread.sleep(CALM_MS);
            progress.say("Before any fault: " + verdict.check(false, player));
            cluster.archiveClasses();
            for (int number = 1; goesOn(number, beganNanos); number++) {
                Schedule.Step step = schedule.next();
                Thread.sleep(step.pauseMs());
                awaitGames(live);
                suffer(number, step, injector, live, probe, player, verdict);
            }
            end(live, games, player);
            progress.say("At the end: " + verdict.check(true, player));
            // A lasting name keeps its games, so nobody else can be asked for them before its session ends.
            if (!plan.staticMembers()) {
                progress.say("At the end: " + new ViewsAlone(cluster, verdict.log()).check());
            }
        } catch (BrokenPromiseException e) {
            progress.say("FOUND: " + e.getMessage());
            log().error("A promise is broken", e);
            printSummary(cluster, player, verdict);
            return false;
        }
        printSummary(cluster, player, verdict);
        return true;
    }

    private boolean goesOn(int number, long beganNanos) {
        return plan.duration()
                .map(duration -> System.nanoTime() - beganNanos < duration.toNanos())
                .orElse(number <= plan.faults().size());
    }

    private void suffer(
            int number,
            Schedule.Step step,
            Injector injector,
            LiveLog live,
            QueryProbe probe,
            HostilePlayer player,
            Verdict verdict)
            throws InterruptedException, IOException {
        probe.findings();
        long beganNanos = System.nanoTime();
        Injection injection = injector.make(step);
        progress.say("%d. %s; %d commands under way, %d games concerned"
                .formatted(
                        number,
                        injection.what(),
                        injection.underWay().size(),
                        injection.watch().silent().size()
                                + injection.watch().answeredAfterMs().size()));
        awaitAnswered(injection.watch());
        long held = (System.nanoTime() - beganNanos) / 1_000_000;
        Thread.sleep(Math.max(0, injection.holdMs() - held));
        injection.repair().run();
        Thread.sleep(CALM_MS);
        awaitContent(probe);
        Map<String, Long> answered = injection.watch().answeredAfterMs();
        live.unwatch(injection.watch());
        QueryProbe.Findings queries = probe.findings();
        String checked = verdict.check(false, player);
        long lost = LogChecks.lost(verdict.log(), injection.underWay());
        long doubled = LogChecks.doubled(verdict.log(), injection.underWay());
        String figures =
                "under way %d, lost %d, doubled %d; answered again after %s; a robot not to be had for %d ms at most (%s); %d of %d answers from a standby, at most %d changes behind, and nothing fresher for %d ms at most%s"
                        .formatted(
                                injection.underWay().size(),
                                lost,
                                doubled,
                                answered.isEmpty()
                                        ? "- (no game concerned)"
                                        : "%.1f s (first %.1f s)"
                                                .formatted(
                                                        Collections.max(answered.values()) / 1e3,
                                                        Collections.min(answered.values()) / 1e3),
                                queries.eitherMs(),
                                queries.longestMs(),
                                queries.stale(),
                                queries.asked(),
                                queries.stalestChanges(),
                                queries.notFreshMs(),
                                injection.notes().isEmpty() ? "" : "; " + String.join(", ", injection.notes()));
        progress.say("   " + figures);
        progress.say("   checked: " + checked);
        summary.add("%2d. %s: %s".formatted(number, injection.what(), figures));
    }

    private static void awaitAnswered(LiveLog.Watch watch) throws InterruptedException {
        if (!Waiting.until(() -> watch.silent().isEmpty(), PATIENCE)) {
            throw new BrokenPromiseException(
                    "These games are not answered again within %s: %s".formatted(PATIENCE, watch.silent()));
        }
    }

    private static void awaitContent(QueryProbe probe) throws InterruptedException {
        if (!Waiting.until(probe::isContent, PATIENCE)) {
            throw new BrokenPromiseException("A query fails for good: longer than " + PATIENCE);
        }
    }

    private static void awaitGames(LiveLog live) throws InterruptedException {
        if (!Waiting.until(() -> live.running(Duration.ofSeconds(10)).size() >= GAMES / 2, END_PATIENCE)) {
            throw new IllegalStateException("No games come about within " + END_PATIENCE);
        }
    }

    /** No more games; those that run come to their ends, with everybody still sending. */
    private void end(LiveLog live, Games games, HostilePlayer player) throws InterruptedException {
        games.stop();
        progress.say("No more faults; %d games come to their end"
                .formatted(live.open().size()));
        long deadlineNanos = System.nanoTime() + END_PATIENCE.toNanos();
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

    private void printSummary(Cluster cluster, HostilePlayer player, Verdict verdict) {
        progress.print("");
        summary.forEach(progress::print);
        progress.print(
                "The hostile player sent %d commands, %d of them repeats; %d events were aborted%s; ended by themselves: %s"
                        .formatted(
                                player.records(),
                                player.repeats(),
                                verdict.abortedInAll(),
                                verdict.abortedInAll() == 0
                                        ? " (so this run does not show that aborted events stay unseen)"
                                        : "",
                                cluster.endedByThemselves()));
    }

    /** Made when it is needed, because logging is set up by then. */
    private static Logger log() {
        return LoggerFactory.getLogger(ChaosRun.class);
    }
}
