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
import dungeon.verification.cluster.TopologyGroup;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replaces instances, each once all others serve, and measures what is noticed of it. */
final class Replacements {
    /** What an orchestrator grants is more; what all services promise is this. */
    private static final Duration STOP_MAXIMUM = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Games that end sooner could not show that they are answered again. */
    private static final Duration GAME_LEFT = Duration.ofSeconds(3);

    private static final Duration STILL = Duration.ofSeconds(2);
    /** In which standbys catch up, and a second sharing out would have begun. */
    private static final long CALM_MS = 3_000;

    private static final long BEFORE_MS = 15_000;

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

    /** What is seen while nothing is done, to compare with. */
    void nothing(String when) throws InterruptedException {
        awaitStable();
        // While everything starts, anybody may be late.
        live.longestSilencesMs();
        probe.findings();
        player.burst(live.running(GAME_LEFT));
        Thread.sleep(BEFORE_MS);
        note(Replacement.ofNothing(when, live.longestSilencesMs(), probe.findings()));
    }

    /** Replaces everything, one instance after the other. */
    void everythingBy(Build build, String name) throws InterruptedException {
        for (Child service : cluster.services()) {
            replace(service, build, name);
        }
    }

    private void replace(Child service, Build build, String name) throws InterruptedException {
        begin();
        List<String> running = live.running(GAME_LEFT);
        List<String> own = gamesOf(service, running);
        player.burst(running);
        LiveLog.Watch watch = live.watch(running);
        long beganNanos = System.nanoTime();
        service.terminate();
        long stoppedNanos = System.nanoTime();
        service.use(build.classesOf(service.name()));
        service.start();
        awaitServing(service);
        long servedNanos = System.nanoTime();
        awaitAnswered(watch);
        if (!Waiting.until(probe::isContent, PATIENCE)) {
            throw new BrokenPromiseException("A query fails for good: longer than " + PATIENCE);
        }
        Thread.sleep(CALM_MS);
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
    private void begin() {
        Replacement between = Replacement.ofNothing("in between", live.longestSilencesMs(), probe.findings());
        require(between);
    }

    private void note(Replacement seen) {
        all.add(seen);
        progress.say("%s: %s".formatted(seen.what(), seen.figures()));
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

    private List<String> gamesOf(Child service, List<String> running) throws InterruptedException {
        if (!cluster.topologies().contains(service)) {
            return List.of();
        }
        Set<Integer> partitions = group.partitionsOf(service, Topics.COMMANDS.name());
        return running.stream()
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

    private void awaitAnswered(LiveLog.Watch watch) throws InterruptedException {
        if (!Waiting.until(() -> watch.silent().isEmpty(), PATIENCE)) {
            throw new BrokenPromiseException(
                    "These games are not answered again within %s: %s".formatted(PATIENCE, watch.silent()));
        }
        live.unwatch(watch);
    }
}
