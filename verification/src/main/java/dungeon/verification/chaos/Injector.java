package dungeon.verification.chaos;

import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Waiting;
import dungeon.standalone.processes.Child;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.TopologyGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes faults. */
final class Injector {
    /** Games that end sooner could not show that they are answered again. */
    private static final Duration GAME_LEFT = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Longer than any session, so that the others take over and the frozen one comes back as a zombie. */
    private static final long FREEZE_MS = 15_000;

    private static final long AWAY_MS = 8_000;
    private static final long SHORT_MS = 3_000;

    private final Cluster cluster;
    private final LiveLog live;
    private final TopologyGroup group;
    private final HostilePlayer player;
    private List<String> notes = List.of();

    Injector(Cluster cluster, LiveLog live, TopologyGroup group, HostilePlayer player) {
        this.cluster = cluster;
        this.live = live;
        this.group = group;
        this.player = player;
    }

    Injection make(Schedule.Step step) throws InterruptedException {
        notes = new ArrayList<>();
        Child topology = cluster.topologies().get(step.victim());
        Child broker = cluster.brokers().get(step.broker());
        return switch (step.fault()) {
            case KILL_TOPOLOGY ->
                injection(
                        "kill -9 of " + topology.name(),
                        gamesOf(topology),
                        SHORT_MS,
                        topology::kill,
                        () -> startTopology(topology));
            case FREEZE_TOPOLOGY ->
                injection(
                        "SIGSTOP of %s, SIGCONT later".formatted(topology.name()),
                        gamesOf(topology),
                        FREEZE_MS,
                        topology::freeze,
                        topology::thaw);
            case KILL_BROKER ->
                injection("kill -9 of " + broker.name(), running(), AWAY_MS, broker::kill, () -> startBroker(broker));
            case KILL_TOPOLOGY_AND_BROKER ->
                injection(
                        "kill -9 of %s and %s".formatted(topology.name(), broker.name()),
                        running(),
                        AWAY_MS,
                        () -> {
                            topology.kill();
                            broker.kill();
                        },
                        () -> {
                            startBroker(broker);
                            startTopology(topology);
                        });
            case CUT_NETWORK -> {
                Child cut = cluster.topologies().get(ChaosPlan.INSTANCES - 1);
                yield injection(
                        "the network between %s and the brokers is cut, and mended later".formatted(cut.name()),
                        gamesOf(cut),
                        FREEZE_MS,
                        cluster::cutNetwork,
                        cluster::mendNetwork);
            }
            case REGISTRY_AWAY ->
                injection(
                        "the registry does not answer, and %s is killed and started meanwhile"
                                .formatted(topology.name()),
                        gamesOf(topology),
                        FREEZE_MS,
                        () -> {
                            cluster.freezeRegistry();
                            topology.kill();
                            topology.start();
                        },
                        () -> {
                            cluster.thawRegistry();
                            awaitMember(topology);
                        });
            case KILL_QUERIES -> {
                Child queries = cluster.queries().get(step.victim());
                yield injection("kill -9 of " + queries.name(), running(), AWAY_MS, queries::kill, () -> {
                    queries.start();
                    cluster.awaitReady(cluster.queriesUrls().get(step.victim()));
                });
            }
            case RESTART_QUERIES -> {
                Child queries = cluster.queries().get(step.victim());
                yield injection(
                        "kill -9 of %s, which is started again at once".formatted(queries.name()),
                        running(),
                        0,
                        queries::kill,
                        () -> {
                            queries.start();
                            cluster.awaitReady(cluster.queriesUrls().get(step.victim()));
                        });
            }
            case FREEZE_QUERIES -> {
                Child queries = cluster.queries().get(step.victim());
                yield injection(
                        "SIGSTOP of %s, SIGCONT later".formatted(queries.name()),
                        running(),
                        FREEZE_MS,
                        queries::freeze,
                        queries::thaw);
            }
            case KILL_INGEST ->
                injection("kill -9 of command ingest", running(), SHORT_MS, cluster.ingest()::kill, () -> {
                    cluster.ingest().start();
                    cluster.awaitReady(cluster.platform().ingestUrl());
                });
            case RESTART_ALL ->
                injection(
                        "kill -9 of everything at once, and a new start",
                        running(),
                        0,
                        this::restartAll,
                        cluster::awaitServing);
            case ROLLING_RESTART ->
                injection(
                        "SIGTERM and a new start of each broker, topology and queries, one after the other",
                        running(),
                        0,
                        this::restartOneAfterTheOther,
                        cluster::awaitServing);
        };
    }

    private Injection injection(
            String what, List<String> concerned, long holdMs, Injection.Work fault, Injection.Work repair)
            throws InterruptedException {
        return Injection.of(live, player, concerned, what, holdMs, fault, repair, notes);
    }

    private List<String> running() {
        return live.running(GAME_LEFT);
    }

    private List<String> gamesOf(Child topology) throws InterruptedException {
        Set<Integer> partitions = group.partitionsOf(topology, Topics.COMMANDS.name());
        return running().stream()
                .filter(gameId -> partitions.contains(live.partitionOf(gameId)))
                .toList();
    }

    private void startTopology(Child topology) throws InterruptedException {
        topology.start();
        awaitMember(topology);
    }

    /** Waits until an instance decides something again, or at least could. */
    private void awaitMember(Child topology) throws InterruptedException {
        if (!Waiting.until(() -> group.isMember(topology), PATIENCE)) {
            throw new IllegalStateException(
                    "%s did not come back to its group within %s".formatted(topology.name(), PATIENCE));
        }
    }

    private void startBroker(Child broker) throws InterruptedException {
        broker.start();
        awaitInSync();
    }

    private void awaitInSync() throws InterruptedException {
        if (!group.awaitInSync(List.of(Topics.COMMANDS.name(), Topics.EVENTS.name()), ChaosPlan.BROKERS, PATIENCE)) {
            throw new IllegalStateException("The copies of a broker are not in step within " + PATIENCE);
        }
    }

    /**
     * In the order in which one needs the other, the queries last: nine JVMs that start at once on two cores only hold each other
     * up.
     */
    private void restartAll() throws InterruptedException {
        LiveLog.Watch watch = live.watch(running());
        cluster.killAll();
        cluster.startDeciding();
        for (Child topology : cluster.topologies()) {
            awaitMember(topology);
        }
        awaitAnswered(watch);
        live.unwatch(watch);
        cluster.queries().forEach(Child::start);
    }

    private void restartOneAfterTheOther() throws InterruptedException {
        for (int i = 0; i < ChaosPlan.INSTANCES; i++) {
            Child queries = cluster.queries().get(i);
            queries.terminate();
            queries.start();
            cluster.awaitReady(cluster.queriesUrls().get(i));
        }
        for (Child topology : cluster.topologies()) {
            List<String> concerned = new ArrayList<>(gamesOf(topology));
            LiveLog.Watch watch = live.watch(concerned);
            topology.terminate();
            topology.start();
            awaitMember(topology);
            awaitAnswered(watch);
            notes.add("the games of %s answered again after %s ms"
                    .formatted(topology.name(), watch.answeredAfterMs().values()));
            live.unwatch(watch);
        }
        for (Child broker : cluster.brokers()) {
            broker.terminate();
            startBroker(broker);
        }
    }

    private void awaitAnswered(LiveLog.Watch watch) throws InterruptedException {
        // Who is silent for longer is reported with the figures.
        boolean unused = Waiting.until(() -> watch.silent().isEmpty(), PATIENCE);
    }
}
