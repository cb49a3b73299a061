package dungeon.verification.upgrade;

import dungeon.players.bots.BotHost;
import dungeon.standalone.machine.Progress;
import dungeon.verification.chaos.Games;
import dungeon.verification.chaos.HostilePlayer;
import dungeon.verification.chaos.LiveLog;
import dungeon.verification.chaos.QueryProbe;
import dungeon.verification.chaos.Rooms;
import dungeon.verification.chaos.Verdict;
import dungeon.verification.chaos.ViewsAlone;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.checks.DeadLetters;
import dungeon.verification.cluster.Build;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.ClusterConfig;
import dungeon.verification.cluster.ClusterRun;
import dungeon.verification.cluster.TopologyGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Plays games on a cluster of an older build, replaces all services by this build and back again, and checks every promise. */
public final class UpgradeRun {
    private static final int GAMES = 3;

    /** Of tic-tac-toe, each played in from before the upgrade until all is done. */
    private static final int ROOMS = 2;

    private static final Duration GAME_SHORTEST = Duration.ofMinutes(1);
    /** So that some games are decided by both builds, and by the older one again. */
    private static final Duration GAME_LONGEST = Duration.ofMinutes(3);

    private static final Duration GAME_LEFT = Duration.ofSeconds(5);

    /** On a busy machine an answer is late; only one that never comes is none. */
    private static final QueryProbe.Style QUESTIONS =
            new QueryProbe.Style(250, Duration.ofMinutes(1), GAMES, true, true);

    private static final Duration GAMES_MAXIMUM = Duration.ofMinutes(3);
    private static final Duration ROOMS_END_MAXIMUM = Duration.ofMinutes(3);
    private static final Duration END_MAXIMUM = GAME_LONGEST.plusMinutes(3);
    /** Whoever is replaced leaves its group by itself; and on a busy machine who is silent is not dead. */
    private static final Duration SESSION = Duration.ofSeconds(45);

    private final UpgradePlan plan;
    private final Progress progress;

    public UpgradeRun(UpgradePlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs, and says whether every promise was kept. */
    public boolean run() throws IOException, InterruptedException {
        return ClusterRun.in(plan.data(), "upgrade", progress)
                .keepsEveryPromise(
                        "From %s to this build and back, with seed %d".formatted(plan.olderName(), plan.seed()),
                        data -> new ClusterConfig(
                                        data,
                                        plan.brokers(),
                                        UpgradePlan.INSTANCES,
                                        false,
                                        Optional.of(SESSION),
                                        List.of(),
                                        false,
                                        Map.of())
                                .withRooms(),
                        this::run);
    }

    private void run(Cluster cluster, Path data) throws InterruptedException, IOException {
        Build older = Build.of(plan.older(), data.resolve("classes/older"));
        Random random = new Random(plan.seed());
        cluster.start(older);
        progress.say("Two instances of the topology and of the queries and ingest serve, of " + plan.olderName());
        try (LiveLog live = new LiveLog(cluster.clientConfig());
                BotHost bots = new BotHost(data.resolve("bots"), cluster.platform());
                Games games = new Games(cluster, live, bots, GAMES, GAME_SHORTEST, GAME_LONGEST, random);
                Rooms rooms = Rooms.withoutSearches(cluster.platform(), ROOMS);
                QueryProbe probe = new QueryProbe(cluster.queriesUrls(), live, QUESTIONS);
                TopologyGroup group = new TopologyGroup(cluster.clientConfig())) {
            live.start();
            games.start();
            rooms.start();
            live.awaitRunning(GAMES - 1, GAME_LEFT, GAMES_MAXIMUM);
            try (HostilePlayer player = HostilePlayer.start(cluster, live, random);
                    Verdict verdict = new Verdict(cluster, group)) {
                probe.start();
                cluster.archiveClasses();
                Replacements replacements = new Replacements(cluster, live, probe, group, player, progress);
                upgradeAndBack(cluster, older, games, rooms, player, verdict, replacements);
            }
        }
    }

    private void upgradeAndBack(
            Cluster cluster,
            Build older,
            Games games,
            Rooms rooms,
            HostilePlayer player,
            Verdict verdict,
            Replacements replacements)
            throws InterruptedException, IOException {
        try {
            replacements.begin();
            replacements.observe("before");
            // As the first part of an upgrade, before anything is written with them.
            cluster.registerSchemas();
            replacements.everythingBy(cluster.ownBuild(), "this build");
            check("On this build", cluster, false, player, verdict);
            replacements.everythingBy(older, plan.olderName());
            replacements.observe("afterwards");
            progress.say("No more games are begun; those that run come to their end");
            progress.say("At the end: " + rooms.end(ROOMS_END_MAXIMUM));
            games.end(player, END_MAXIMUM);
            replacements.requireNoneFailed();
            check("Back again", cluster, true, player, verdict);
            progress.say("Back again: " + new ViewsAlone(cluster, verdict.log()).check());
        } finally {
            printSummary(player, verdict, replacements);
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

    private void printSummary(HostilePlayer player, Verdict verdict, Replacements replacements) {
        progress.print("");
        replacements.all().forEach(seen -> progress.print("%s: %s".formatted(seen.what(), seen.figures())));
        progress.print("One player alone sent %d commands, %d of them repeats; %d events were aborted"
                .formatted(player.records(), player.repeats(), verdict.abortedInAll()));
    }
}
