package dungeon.verification.upgrade;

import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.machine.Waiting;
import dungeon.standalone.processes.Child;
import dungeon.verification.chaos.HostilePlayer;
import dungeon.verification.chaos.LiveLog;
import dungeon.verification.chaos.QueryProbe;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.cluster.Build;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.Span;
import dungeon.verification.cluster.TopologyGroup;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Replaces instances, each once all others serve, and measures what is noticed of it. */
final class Replacements {
    /** What an orchestrator grants is more; what all services promise is this. */
    private static final Duration STOP_MAXIMUM = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Games that end sooner could not show that they are answered again. */
    private static final Duration GAME_LEFT = Duration.ofSeconds(3);

    private static final Duration STILL = Duration.ofSeconds(2);
    /** With a few games in as many partitions as there are, it takes some until one is with a given instance. */
    private static final Duration PLAYED_MAXIMUM = Duration.ofMinutes(10);

    /** For which it is measured what is seen while nothing is done. */
    private static final Duration OBSERVED = Duration.ofSeconds(15);

    private final Cluster cluster;
    private final LiveLog live;
    private final QueryProbe probe;
    private final TopologyGroup group;
    private final HostilePlayer player;
    private final Progress progress;
    private final List<Replacement> all = new ArrayList<>();

    Replacements(
            Cluster cluster,
            LiveLog live,
            QueryProbe probe,
            TopologyGroup group,
            HostilePlayer player,
            Progress progress) {
        this.cluster = cluster;
        this.live = live;
        this.probe = probe;
        this.group = group;
        this.player = player;
        this.progress = progress;
    }

    /** All that was seen so far. */
    List<Replacement> all() {
        return List.copyOf(all);
    }

    /** Waits until all is as it stays while nothing is done, and forgets what was seen before: while everything starts, anybody may be late. */
    void begin() throws InterruptedException {
        awaitStable();
        probe.awaitFresh(PATIENCE);
        probe.awaitContent(PATIENCE);
        live.longestSilencesMs();
        probe.findings();
    }

    /** What is seen while nothing is done, to compare with. */
    void observe(String when) throws InterruptedException {
        awaitStable();
        live.awaitRunning(1, GAME_LEFT, PLAYED_MAXIMUM);
        requireNoneFailed();
        player.burst(live.running(GAME_LEFT));
        Span.pass(OBSERVED);
        note(Replacement.ofNothing(when, live.longestSilencesMs(), probe.findings()));
    }

    /** Replaces everything, one instance after the other. */
    void everythingBy(Build build, String name) throws InterruptedException {
        for (Child service : cluster.services()) {
            replace(service, build, name);
        }
    }

    private void replace(Child service, Build build, String name) throws InterruptedException {
        List<String> own = awaitOwn(service);
        List<String> running = live.running(GAME_LEFT);
        requireNoneFailed();
        player.burst(running);
        LiveLog.Watch watch = live.watch(running);
        long beganNanos = System.nanoTime();
        service.terminate();
        long stoppedNanos = System.nanoTime();
        service.use(build.classesOf(service.name()));
        service.start();
        awaitServing(service);
        long servedNanos = System.nanoTime();
        watch.awaitAnswered(PATIENCE);
        live.unwatch(watch);
        // All may be shared out a second time, and standbys have to catch up.
        awaitStable();
        probe.awaitFresh(PATIENCE);
        probe.awaitContent(PATIENCE);
        Map<String, Long> silencesMs = live.longestSilencesMs();
        note(new Replacement(
                service.name(),
                name,
                (stoppedNanos - beganNanos) / 1_000_000,
                (servedNanos - stoppedNanos) / 1_000_000,
                silences(silencesMs, gameId -> own.contains(gameId)),
                silences(silencesMs, gameId -> running.contains(gameId) && !own.contains(gameId)),
                probe.findings()));
        if (stoppedNanos - beganNanos > STOP_MAXIMUM.toNanos()) {
            throw new BrokenPromiseException("%s did not stop within %s".formatted(service.name(), STOP_MAXIMUM));
        }
        // As images have them; the first of a role starts without.
        if (!Files.exists(build.classesOf(service.name()).archive().orElseThrow())) {
            service.archiveClasses();
        }
    }

    /** What came between two replacements counts as well, and nothing may have been refused then. */
    void requireNoneFailed() {
        Replacement between = Replacement.ofNothing("in between", live.longestSilencesMs(), probe.findings());
        require(between);
    }

    private void note(Replacement seen) {
        all.add(seen);
        progress.say("%s: %s".formatted(seen.what(), seen.figures()));
        if (seen.queries().aboutRobots() == 0) {
            throw new IllegalStateException("%s: nobody was asked for a robot".formatted(seen.what()));
        }
        require(seen);
    }

    private static void require(Replacement seen) {
        List<String> broken = seen.broken();
        if (!broken.isEmpty()) {
            throw new BrokenPromiseException("%s: %s".formatted(seen.what(), String.join("; ", broken)));
        }
    }

    private interface Which {
        boolean is(String gameId);
    }

    private static List<Long> silences(Map<String, Long> silencesMs, Which which) {
        return silencesMs.entrySet().stream()
                .filter(silence -> which.is(silence.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Waits until games run which a replacement could disturb; gives those whose commands an instance of the topology decides. */
    private List<String> awaitOwn(Child service) throws InterruptedException {
        live.awaitRunning(1, GAME_LEFT, PLAYED_MAXIMUM);
        if (!cluster.topologies().contains(service)) {
            return List.of();
        }
        AtomicReference<List<String>> own = new AtomicReference<>();
        boolean came = Waiting.until(
                () -> {
                    own.set(gamesOf(service));
                    return !own.get().isEmpty();
                },
                PLAYED_MAXIMUM);
        if (!came) {
            throw new IllegalStateException(
                    "%s decides no running game within %s".formatted(service.name(), PLAYED_MAXIMUM));
        }
        return own.get();
    }

    private List<String> gamesOf(Child topology) throws InterruptedException {
        Set<Integer> partitions = group.partitionsOf(topology, Topics.COMMANDS.name());
        return live.running(GAME_LEFT).stream()
                .filter(gameId -> partitions.contains(live.partitionOf(gameId)))
                .toList();
    }

    /** Until all of the same kind serve, as an orchestrator does with probes; the others have to share out its games anew. */
    private void awaitServing(Child service) throws InterruptedException {
        int queries = cluster.queries().indexOf(service);
        if (queries >= 0) {
            cluster.awaitReady(cluster.queriesUrls().get(queries));
            awaitRunning(cluster.queries());
        } else if (cluster.topologies().contains(service)) {
            awaitStable();
        } else {
            cluster.awaitReady(cluster.platform().ingestUrl());
        }
    }

    private void awaitStable() throws InterruptedException {
        if (!group.awaitStable(cluster.topologies(), Topics.COMMANDS.name(), Topics.PARTITIONS, STILL, PATIENCE)) {
            throw new IllegalStateException(
                    "The instances of the topology do not share out all partitions within " + PATIENCE);
        }
        awaitRunning(cluster.topologies());
    }

    private static void awaitRunning(List<Child> instances) throws InterruptedException {
        for (Child instance : instances) {
            if (!Waiting.until(() -> instance.streamsState().equals("RUNNING"), PATIENCE)) {
                throw new IllegalStateException("%s is %s and not RUNNING for %s"
                        .formatted(instance.name(), instance.streamsState(), PATIENCE));
            }
        }
    }
}
