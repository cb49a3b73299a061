package dungeon.verification.siege;

import dungeon.standalone.machine.Progress;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.ClusterConfig;
import dungeon.verification.cluster.ClusterRun;
import dungeon.verification.siege.attacks.Attack;
import dungeon.verification.siege.attacks.AttackRunner;
import dungeon.verification.siege.attacks.Attacks;
import dungeon.verification.siege.attacks.Battlefield;
import dungeon.verification.siege.attacks.KafkaRecords;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets honest players play, first by themselves and then beside hostile ones, and says which bounds were broken. */
public final class SiegeRun {
    /** As by default, and not as on one machine, where everybody has one address. */
    private static final Map<String, String> OPEN_TO_ALL = Map.of(
            "dungeon.ingest.limits.registrations-burst", "30",
            "dungeon.ingest.limits.registration-every", "2s");

    /** Until all code that honest play needs is compiled, so that what comes before the siege is not the slower part. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    /**
     * All kinds come once before anything is measured. Five processes that meet them for the first time compile for half a minute what
     * refuses them, which takes half of a core of a small machine; a platform that strangers reach has met them long ago.
     */
    private static final Duration REHEARSAL = Duration.ofSeconds(30);

    private static final int REHEARSAL_NET = 1;
    private static final int SIEGE_NET = 2;

    private static final Duration LOOK_EACH = Duration.ofSeconds(2);
    /** What one kind has left behind must not slow down the figures before the next. */
    private static final Duration RECOVERY_MAXIMUM = Duration.ofMinutes(3);

    private static final Duration OUTCOMES_MAXIMUM = Duration.ofSeconds(15);
    /** Longer than anybody lays siege; it ends with the cluster. */
    private static final Duration GAMES = Duration.ofHours(24);

    private final SiegePlan plan;
    private final Progress progress;
    private volatile boolean registryFrozen;

    public SiegeRun(SiegePlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs, prints what came of it, and gives the bounds that were broken, in sentences; with one, all data is kept. */
    public List<String> run() throws IOException, InterruptedException {
        List<String> broken = new ArrayList<>();
        boolean kept = ClusterRun.in(plan.data(), "siege", progress)
                .keepsEveryPromise(
                        "Siege of %d s with seed %d".formatted(plan.siege().toSeconds(), plan.seed()),
                        // One of each, so that everything meets the same process; all of its heap at once, so that what
                        // grows is seen.
                        data -> new ClusterConfig(
                                data,
                                1,
                                1,
                                false,
                                Optional.empty(),
                                List.of(),
                                true,
                                OPEN_TO_ALL,
                                false,
                                plan.secure()),
                        (cluster, data) -> {
                            broken.addAll(run(cluster, data));
                            if (!broken.isEmpty()) {
                                throw new BrokenPromiseException(broken.size() + " of the bounds; they are above");
                            }
                        });
        if (kept) {
            progress.print("All bounds were kept");
        } else if (broken.isEmpty()) {
            broken.add("It was stopped before its end");
        }
        return broken;
    }

    private List<String> run(Cluster cluster, Path data) throws IOException, InterruptedException {
        cluster.start();
        progress.say("A broker, the registry, the topology, the queries and ingest serve");
        try (HonestPlay honest = new HonestPlay(
                        cluster.platform(),
                        cluster.operator(),
                        cluster.administratorToken(),
                        GAMES,
                        data.resolve("bots"));
                KafkaRecords records = new KafkaRecords(cluster.platform(), cluster.operator())) {
            honest.start();
            return run(data, cluster, honest, records);
        }
    }

    private List<String> run(Path data, Cluster cluster, HonestPlay honest, KafkaRecords records)
            throws IOException, InterruptedException {
        Battlefield field = new Battlefield(cluster.platform(), records, honest.gameIds(), () -> registryFrozen);
        Thread.sleep(WARM_UP.toMillis());
        rehearse(field, records);
        List<Attack> attacks = prepared(field, SIEGE_NET);
        List<String> broken = new ArrayList<>();
        for (List<Attack> wave : plan.apart() ? attacks.stream().map(List::of).toList() : List.of(attacks)) {
            // What the wave before has brought down may be starting.
            cluster.awaitServing();
            if (!honest.awaitAnswered(RECOVERY_MAXIMUM)) {
                throw new IllegalStateException("Honest players have no outcomes any more within " + RECOVERY_MAXIMUM);
            }
            try (MemoryProbe memory = new MemoryProbe(cluster.processIds())) {
                SiegeResult result = run(wave, new Restarts(cluster, data), cluster, honest, records, memory);
                SiegeTable.of(result, plan.siege()).forEach(progress::print);
                List<String> brokenByIt = SiegeBounds.broken(result);
                brokenByIt.forEach(bound -> progress.print("BROKEN: " + bound));
                broken.addAll(brokenByIt);
            }
        }
        return broken;
    }

    private List<Attack> prepared(Battlefield field, int net) throws IOException, InterruptedException {
        List<Attack> attacks = Attacks.all(field, net).stream()
                .filter(attack -> plan.includes(attack.name()))
                .toList();
        for (Attack attack : attacks) {
            attack.prepare();
        }
        return attacks;
    }

    private void rehearse(Battlefield field, KafkaRecords records) throws IOException, InterruptedException {
        List<AttackRunner> runners = new ArrayList<>();
        try {
            // Others than come afterwards: who comes for the first time is granted more.
            for (Attack attack : prepared(field, REHEARSAL_NET)) {
                runners.add(new AttackRunner(attack, plan.perMinute(attack), ~plan.seed()));
            }
            progress.say("All kinds come for %d s without being measured".formatted(REHEARSAL.toSeconds()));
            Thread.sleep(REHEARSAL.toMillis());
        } finally {
            for (AttackRunner runner : runners) {
                runner.stop();
            }
            Waiting.until(() -> records.awaited() == 0, OUTCOMES_MAXIMUM);
            records.giveUpOnTheRest();
            runners.forEach(AttackRunner::close);
        }
    }

    private SiegeResult run(
            List<Attack> attacks,
            Restarts restarts,
            Cluster cluster,
            HonestPlay honest,
            KafkaRecords records,
            MemoryProbe memory)
            throws InterruptedException {
        honest.next();
        progress.say("%d games with %d bots and %d measured players each; these are measured for %d s"
                .formatted(HonestPlay.GAMES, HonestPlay.BOTS, 2, plan.calm().toSeconds()));
        Thread.sleep(plan.calm().dividedBy(3).toMillis());
        // As under siege: a full collection stops each process for a moment, which is not the doing of hostile players.
        memory.collect();
        Thread.sleep(plan.calm().dividedBy(3).multipliedBy(2).toMillis());
        HonestAnswers.Span before = honest.next();
        memory.next();
        progress.say("p99 is %d ms; %s come for %d s; the load of this machine is %s"
                .formatted(
                        before.waiting().p99Ms(),
                        attacks.size() == 1 ? attacks.get(0).name() : attacks.size() + " kinds of hostile players",
                        plan.siege().toSeconds(),
                        load()));
        List<AttackRunner> runners = new ArrayList<>();
        HonestAnswers.Span under;
        try {
            attacks.forEach(attack -> runners.add(new AttackRunner(attack, plan.perMinute(attack), plan.seed())));
            besiege(cluster, memory, honest);
            under = honest.next();
            memory.collect();
        } finally {
            for (AttackRunner runner : runners) {
                runner.stop();
            }
        }
        progress.say("p99 was %d ms; what is under way comes to its end"
                .formatted(under.waiting().p99Ms()));
        // What has no outcome by then is counted as that.
        boolean unused = Waiting.until(() -> records.awaited() == 0, OUTCOMES_MAXIMUM);
        records.giveUpOnTheRest();
        runners.forEach(AttackRunner::close);
        List<String> unready = restarts.unready();
        // Where players need a token, none may open a transaction.
        boolean opensTransactions = !plan.apart() && !plan.secure() && plan.includes("open transactions");
        List<SiegeResult.Standstill> standstills =
                opensTransactions ? new OpenTransactions(cluster.platform(), honest).measure() : List.of();
        return new SiegeResult(
                before,
                under,
                attacks.stream().map(this::kind).toList(),
                memory.next(),
                restarts.byPart(),
                standstills,
                unready);
    }

    /** Looks at memory all the time; when a third has passed, the registry stands still for a sixth of the siege. */
    private void besiege(Cluster cluster, MemoryProbe memory, HonestPlay honest) throws InterruptedException {
        long beganNanos = System.nanoTime();
        look(memory, honest, beganNanos, plan.siege().dividedBy(3));
        memory.collect();
        cluster.freezeRegistry();
        registryFrozen = true;
        progress.say("A third has passed; the registry stands still");
        try {
            look(memory, honest, System.nanoTime(), plan.siege().dividedBy(6));
        } finally {
            cluster.thawRegistry();
            registryFrozen = false;
        }
        progress.say("The registry goes on");
        look(memory, honest, beganNanos, plan.siege());
    }

    private static void look(MemoryProbe memory, HonestPlay honest, long beganNanos, Duration length)
            throws InterruptedException {
        while (System.nanoTime() - beganNanos < length.toNanos()) {
            memory.look();
            Thread.sleep(LOOK_EACH.toMillis());
            log().info("In the last {} s the longest outcome took {} ms", LOOK_EACH.toSeconds(), honest.longestMs());
        }
    }

    private SiegeResult.Kind kind(Attack attack) {
        return new SiegeResult.Kind(
                attack.name(),
                attack.each(),
                plan.perMinute(attack),
                attack.mayGetThrough(),
                attack.tally().figures());
    }

    /** Times that were measured beside the work of others are worth little. */
    private static String load() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return "%.1f on %d cores".formatted(machine.getSystemLoadAverage(), machine.getAvailableProcessors());
    }

    /** Logging is set up by the run, so there is no logger before it. */
    private static Logger log() {
        return LoggerFactory.getLogger(SiegeRun.class);
    }
}
