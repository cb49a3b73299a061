package dungeon.verification.chaos;

import dungeon.players.bots.BotHost;
import dungeon.standalone.machine.Progress;
import dungeon.verification.checks.LogChecks;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.ClusterConfig;
import dungeon.verification.cluster.ClusterRun;
import dungeon.verification.cluster.Span;
import dungeon.verification.cluster.TopologyGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plays games on a cluster, makes faults, and checks after each that every promise was kept. */
public final class ChaosRun {
    private static final int GAMES = 5;

    private static final Duration GAME_SHORTEST = Duration.ofSeconds(30);
    private static final Duration GAME_LONGEST = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration END_PATIENCE = Duration.ofMinutes(3);
    private static final Duration GAME_LEFT = Duration.ofSeconds(10);
    /** So long after its repair a fault is still seen in the figures: the group may be sharing out its partitions. */
    private static final Duration AFTERMATH = Duration.ofSeconds(3);

    private final ChaosPlan plan;
    private final Progress progress;
    private final List<String> summary = new ArrayList<>();

    public ChaosRun(ChaosPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs, and says whether every promise was kept. */
    public boolean run() throws IOException, InterruptedException {
        String time = plan.duration()
                .map(duration -> "for %d s".formatted(duration.toSeconds()))
                .orElse("until each fault was made once");
        return ClusterRun.in(plan.data(), "chaos", progress)
                .keepsEveryPromise("Chaos with seed %d %s".formatted(plan.seed(), time), this::layout, this::run);
    }

    private ClusterConfig layout(Path data) {
        ClusterConfig config = new ClusterConfig(
                data,
                ChaosPlan.BROKERS,
                ChaosPlan.INSTANCES,
                plan.staticMembers(),
                plan.session(),
                plan.classPathFirst(),
                false,
                Map.of());
        return plan.rooms() > 0 ? config.withRooms() : config;
    }

    private void run(Cluster cluster, Path data) throws InterruptedException, IOException {
        Random random = new Random(plan.seed());
        cluster.start();
        progress.say("Three brokers, the registry, two instances of the topology and of the queries and ingest serve");
        try (LiveLog live = new LiveLog(cluster.clientConfig());
                BotHost bots = new BotHost(data.resolve("bots"), cluster.platform());
                Games games = new Games(cluster, live, bots, GAMES, GAME_SHORTEST, GAME_LONGEST, random);
                Rooms rooms = Rooms.withSearches(cluster.platform(), plan.rooms());
                QueryProbe probe = new QueryProbe(cluster.queriesUrls(), live);
                TopologyGroup group = new TopologyGroup(cluster.clientConfig())) {
            live.start();
            games.start();
            rooms.start();
            probe.start();
            awaitGames(live);
            try (HostilePlayer player = HostilePlayer.start(cluster, live, random);
                    Verdict verdict = new Verdict(cluster, group)) {
                play(cluster, live, games, rooms, probe, group, player, verdict);
            }
        }
    }

    private void play(
            Cluster cluster,
            LiveLog live,
            Games games,
            Rooms rooms,
            QueryProbe probe,
            TopologyGroup group,
            HostilePlayer player,
            Verdict verdict)
            throws InterruptedException, IOException {
        Schedule schedule = new Schedule(plan.seed(), plan.faults());
        Injector injector = new Injector(cluster, live, group, player);
        long beganNanos = System.nanoTime();
        try {
            progress.say("Before any fault: " + verdict.check(false, player));
            cluster.archiveClasses();
            for (int number = 1; goesOn(number, beganNanos); number++) {
                Schedule.Step step = schedule.next();
                Span.pass(Duration.ofMillis(step.pauseMs()));
                awaitGames(live);
                suffer(number, step, injector, live, probe, player, verdict);
            }
            progress.say("No more faults; %d games come to their end"
                    .formatted(live.open().size()));
            games.end(player, END_PATIENCE);
            if (plan.rooms() > 0) {
                // Before all is held against the promises: what rooms go on with leaves transactions open.
                progress.say("At the end: " + rooms.end(END_PATIENCE));
            }
            progress.say("At the end: " + verdict.check(true, player));
            // A lasting name keeps its games, so nobody else can be asked for them before its session ends.
            if (!plan.staticMembers()) {
                progress.say("At the end: " + new ViewsAlone(cluster, verdict.log()).check());
            }
        } finally {
            printSummary(cluster, player, verdict);
        }
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
        injection.watch().awaitAnswered(PATIENCE);
        long held = (System.nanoTime() - beganNanos) / 1_000_000;
        Span.pass(Duration.ofMillis(injection.holdMs() - held));
        injection.repair().run();
        Span.pass(AFTERMATH);
        probe.awaitContent(PATIENCE);
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

    private static void awaitGames(LiveLog live) throws InterruptedException {
        live.awaitRunning(GAMES / 2, GAME_LEFT, END_PATIENCE);
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
}
