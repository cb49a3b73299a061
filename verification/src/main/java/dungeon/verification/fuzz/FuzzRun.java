package dungeon.verification.fuzz;

import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.ClusterConfig;
import dungeon.verification.fuzz.cases.Actor;
import dungeon.verification.fuzz.cases.Cases;
import dungeon.verification.fuzz.cases.Findings;
import dungeon.verification.fuzz.cases.Stage;
import dungeon.verification.fuzz.cases.Tally;
import dungeon.verification.fuzz.http.RequestFuzz;
import dungeon.verification.fuzz.kafka.RecordFuzz;
import dungeon.verification.fuzz.outcomes.Ledger;
import dungeon.verification.fuzz.sockets.ClientFuzz;
import dungeon.verification.fuzz.tokens.HostileTokens;
import dungeon.verification.fuzz.tokens.Trap;
import dungeon.verification.siege.HonestAnswers;
import dungeon.verification.siege.HonestPlay;
import dungeon.verification.siege.Restarts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends hostile input to a cluster beside honest players, and says what came of it that must not. */
public final class FuzzRun {
    /** Rates out of sight, so that each case reaches what stands behind them; they are measured by the siege. */
    private static final Map<String, String> NO_RATES = Map.of(
            "dungeon.ingest.limits.commands-burst", "100000000",
            "dungeon.ingest.limits.commands-per-second", "100000000");

    private static final int HTTP_SENDERS = 4;
    private static final int SOCKET_SENDERS = 4;

    /** The longest that an honest player may wait for an outcome meanwhile. */
    private static final Duration HONEST_WAIT_MAXIMUM = Duration.ofSeconds(10);

    /** Of all processes together, whatever is sent and however much: some lines in ten seconds, and what is logged without any sender. */
    private static final int LOG_LINES_MAXIMUM = 500;

    private static final Duration DECIDING_WITHIN = Duration.ofMinutes(3);

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    /** Longer than any run; it ends with the cluster. */
    private static final Duration GAMES = Duration.ofHours(24);

    private final FuzzPlan plan;
    private final Progress progress;
    private final Findings findings;
    private final Tally tally = new Tally();

    public FuzzRun(FuzzPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        findings = new Findings(plan.seed(), progress);
    }

    /** Runs, prints what came of it, and gives what must not be, in sentences; with any of it, all data is kept. */
    public List<String> run() throws IOException, InterruptedException {
        Path data = plan.data().isPresent() ? plan.data().get() : Files.createTempDirectory("dungeon-fuzz");
        try (DataFolder folder = DataFolder.open(data)) {
            Logging.toFolder(folder.resolve("logs"));
            progress.say("%d cases with seed %d; data is in %s".formatted(plan.cases(), plan.seed(), data));
            runIn(data);
        }
        List<String> told = findings.told();
        if (told.isEmpty()) {
            progress.print("Each case came to exactly what it should");
            DataFolder.remove(data);
        } else {
            progress.say("All data and logs are kept in " + data);
        }
        return told;
    }

    private void runIn(Path data) throws IOException, InterruptedException {
        Cluster cluster =
                new Cluster(new ClusterConfig(data, 1, 1, false, Optional.empty(), List.of(), false, NO_RATES));
        Thread onSignal = new Thread(cluster::close, "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (cluster) {
            cluster.start();
            awaitDeciding(cluster.platform().ingestUrl());
            progress.say("A broker, the registry, the topology, the queries and ingest serve");
            try (HonestPlay honest =
                    new HonestPlay(cluster.platform(), cluster.administratorToken(), GAMES, data.resolve("bots"))) {
                honest.start();
                fuzz(data, cluster, honest);
            }
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(onSignal);
            } catch (IllegalStateException e) {
                progress.say("The JVM is ending, and does the same");
            }
        }
    }

    /** On a busy machine the topology serves some time after the others. */
    private static void awaitDeciding(String ingestUrl) throws InterruptedException {
        boolean decides = Waiting.until(
                () -> {
                    try {
                        return !Actor.register(ingestUrl).token().isEmpty();
                    } catch (IOException e) {
                        return false;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                },
                DECIDING_WITHIN);
        if (!decides) {
            throw new IllegalStateException("Nobody can register within " + DECIDING_WITHIN);
        }
    }

    private void fuzz(Path data, Cluster cluster, HonestPlay honest) throws IOException, InterruptedException {
        Stage stage = Stage.set(cluster.platform(), cluster.administratorToken());
        try (Trap trap = new Trap(findings);
                Ledger ledger = new Ledger(stage, findings)) {
            HostileTokens tokens = new HostileTokens(stage, data.resolve("ingest"), trap.url());
            Restarts restarts = new Restarts(cluster, data);
            Map<String, Long> linesBefore = LogVolume.linesByPart(data);
            honest.next();
            long beganNanos = System.nanoTime();
            send(stage, tokens, ledger);
            progress.say("All were sent in %d s; what is under way comes to its end"
                    .formatted(Duration.ofNanos(System.nanoTime() - beganNanos).toSeconds()));
            ledger.settle(SETTLED_WITHIN);
            progress.print("What came of them, by what had to: " + ledger.figures());
            tally.lines().forEach(progress::print);
            checkHonest(honest);
            checkLogs(linesBefore, LogVolume.linesByPart(data));
            restarts.byPart().forEach((part, times) -> findings.add("%s ended, %d times".formatted(part, times)));
            restarts.unready().forEach(part -> findings.add("not ready afterwards: " + part));
        }
    }

    private void send(Stage stage, HostileTokens tokens, Ledger ledger) throws InterruptedException {
        ClientFuzz clients = new ClientFuzz(stage, tokens, findings, tally);
        RequestFuzz requests = new RequestFuzz(stage, tokens, ledger, findings, tally);
        try (RecordFuzz records = new RecordFuzz(stage, tokens, ledger, findings);
                Senders senders = new Senders(findings)) {
            Cases ofSockets = cases(plan.ofSockets(), clients.weights());
            Cases ofHttp = cases(plan.ofHttp(), requests.weights());
            Cases ofKafka = cases(plan.ofKafka(), records.weights());
            senders.start(SOCKET_SENDERS, () -> clients.run(ofSockets));
            senders.start(HTTP_SENDERS, () -> requests.run(ofHttp));
            senders.start(1, () -> records.run(ofKafka));
            senders.awaitAll();
        }
    }

    private Cases cases(int count, Map<String, Integer> weights) {
        return plan.only()
                .map(id -> Cases.single(plan.seed(), id, weights))
                .orElseGet(() -> Cases.several(plan.seed(), count, weights));
    }

    private void checkHonest(HonestPlay honest) throws InterruptedException {
        if (!honest.awaitAnswered(HONEST_WAIT_MAXIMUM)) {
            findings.add("Honest players have no outcomes any more");
        }
        HonestAnswers.Span span = honest.next();
        progress.print("Honest players had %d outcomes, p99 %d ms, the longest %d ms"
                .formatted(
                        span.waiting().commands(),
                        span.waiting().p99Ms(),
                        span.waiting().longestMs()));
        if (span.waiting().unanswered() > 0 || !span.refusals().isEmpty()) {
            findings.add("%d honest commands had no outcome %s"
                    .formatted(span.waiting().unanswered(), span.refusals()));
        }
        if (span.waiting().longestMs() > HONEST_WAIT_MAXIMUM.toMillis()) {
            findings.add("An honest player has waited for %d ms, and %d are allowed"
                    .formatted(span.waiting().longestMs(), HONEST_WAIT_MAXIMUM.toMillis()));
        }
    }

    private void checkLogs(Map<String, Long> before, Map<String, Long> after) {
        long lines = 0;
        for (Map.Entry<String, Long> part : after.entrySet()) {
            long more = part.getValue() - before.getOrDefault(part.getKey(), 0L);
            progress.print("  %-12s has logged %d lines".formatted(part.getKey(), more));
            lines += more;
        }
        if (lines > LOG_LINES_MAXIMUM) {
            findings.add("The services have logged %d lines, and %d are allowed".formatted(lines, LOG_LINES_MAXIMUM));
        }
    }
}
