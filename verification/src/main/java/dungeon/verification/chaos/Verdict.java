package dungeon.verification.chaos;

import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.Event;
import dungeon.schemas.GameState;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.audit.Auditor;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.checks.DeadLetters;
import dungeon.verification.checks.LogChecks;
import dungeon.verification.checks.PublishedLog;
import dungeon.verification.checks.QueriesCheck;
import dungeon.verification.checks.Senders;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.TopologyGroup;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;

/** Holds what is read committed, and what the queries answer, against every promise. */
public final class Verdict implements AutoCloseable {
    /** Nine processes on two cores, which still compile what they do for the first time, took over a minute once. */
    private static final Duration LAG_MAXIMUM = Duration.ofMinutes(2);

    private static final Duration TRANSACTION_MAXIMUM = Duration.ofSeconds(3);
    /** For transactions that were open when it was looked at them, and come to their end. */
    private static final Duration END_MAXIMUM = Duration.ofSeconds(10);

    private final TopologyGroup group;
    private final List<QueriesCheck> queries;
    private final PublishedLog log;
    private final Aborts aborts;
    private final TokenVerifier verifier;
    private final Auditor auditor = new Auditor();
    private final Map<String, Integer> audited = new HashMap<>();
    private final Map<String, Integer> auditedCommands = new HashMap<>();
    private final Set<String> settledGames = new HashSet<>();
    private int replayed;
    private int compared;
    private int aborted;
    private long abortedInAll;
    private long lagMs;

    public Verdict(Cluster cluster, TopologyGroup group) {
        this.group = group;
        this.queries = cluster.queriesUrls().stream().map(QueriesCheck::new).toList();
        this.log = PublishedLog.open(cluster.platform());
        this.aborts = new Aborts(cluster.platform());
        this.verifier = new TokenVerifier(
                new RemoteKeys(URI.create(cluster.platform().ingestUrl() + "/.well-known/jwks.json")));
    }

    public PublishedLog log() {
        return log;
    }

    /** How many events were taken back so far. */
    public long abortedInAll() {
        return abortedInAll;
    }

    /**
     * Checks everything.
     *
     * @param over whether nobody sends any more and all games must have ended
     * @return what was checked, in words
     * @throws BrokenPromiseException with the first thing that is wrong
     */
    public String check(boolean over, HostilePlayer player) throws InterruptedException, IOException {
        Set<String> confirmed = player.confirmed();
        Set<HostilePlayer.Told> told = player.told();
        long unsigned = player.unsigned();
        long beganNanos = System.nanoTime();
        log.readOn(this::awaitNoLag);
        LogChecks.nothingConfirmedIsMissing(log, confirmed);
        LogChecks.whatNobodySignedIsNoCommand(log, unsigned);
        LogChecks.sequencesHaveNoGap(log);
        LogChecks.everyCommandHasOneOutcome(log);
        toldIsPublished(told);
        audit(over);
        replayed = 0;
        compared = 0;
        for (String gameId : log.gameIds()) {
            if (over || !settledGames.contains(gameId)) {
                check(gameId, over);
            }
        }
        awaitNoOpenTransaction(over ? Duration.ZERO : TRANSACTION_MAXIMUM);
        aborted = aborts.count();
        abortedInAll += aborted;
        return "%d commands and %d games in the log, %d records without a token that holds are dead letters, %d events audited; %d games replayed byte for byte, %d ended ones in both queries; lag back to zero in %.1f s; no open transaction; %d events were aborted; took %.1f s"
                .formatted(
                        log.commands().size(),
                        log.gameIds().size(),
                        log.deadLetters().count(DeadLetters.UNAUTHENTICATED),
                        auditor.seen(),
                        replayed,
                        compared,
                        lagMs / 1e3,
                        aborted,
                        (System.nanoTime() - beganNanos) / 1e9);
    }

    private void check(String gameId, boolean over) throws InterruptedException, IOException {
        LogChecks.replayGivesTheSameBytes(log, gameId, verifier, over);
        replayed++;
        InMemoryGame world = LogChecks.fold(log, gameId);
        boolean ended = world.game() != null && world.game().getState() == GameState.ENDED;
        if (over && !ended) {
            throw new BrokenPromiseException("Game %s did not reach its end".formatted(gameId));
        }
        if ((ended && settledGames.add(gameId)) || over) {
            compared++;
            for (QueriesCheck instance : queries) {
                instance.answersAreTheFold(world);
            }
        }
    }

    private void audit(boolean over) {
        for (String gameId : log.gameIds()) {
            List<PublishedLog.LoggedCommand> commands = log.commandsOf(gameId);
            commands.subList(auditedCommands.getOrDefault(gameId, 0), commands.size())
                    .forEach(logged -> auditor.sent(Senders.sent(logged, verifier)));
            auditedCommands.put(gameId, commands.size());
            List<Event> events = log.eventsOf(gameId);
            events.subList(audited.getOrDefault(gameId, 0), events.size()).forEach(auditor::see);
            audited.put(gameId, events.size());
        }
        if (over) {
            auditor.end(true);
        }
        if (!auditor.findings().isEmpty()) {
            throw new BrokenPromiseException(
                    "The auditor: " + auditor.findings().get(0));
        }
    }

    private void toldIsPublished(Set<HostilePlayer.Told> told) {
        Set<HostilePlayer.Told> published = new HashSet<>();
        for (String gameId : log.gameIds()) {
            for (Event event : log.eventsOf(gameId)) {
                published.add(new HostilePlayer.Told(event.getCommandId(), gameId, event.getSequence()));
            }
        }
        List<HostilePlayer.Told> missing = new ArrayList<>(told);
        missing.removeAll(published);
        if (!missing.isEmpty()) {
            throw new BrokenPromiseException("A player was told of %d events that are not in the log: %s"
                    .formatted(missing.size(), missing.get(0)));
        }
    }

    private void awaitNoLag(Map<TopicPartition, Long> offsets) throws InterruptedException {
        long beganNanos = System.nanoTime();
        List<String> missing = group.awaitCommitted(offsets, LAG_MAXIMUM);
        if (!missing.isEmpty()) {
            throw new BrokenPromiseException(
                    "The lag is not back to zero within %s: %s".formatted(LAG_MAXIMUM, missing));
        }
        if (!group.awaitReadable(List.of(Topics.EVENTS.name(), Topics.DEAD_LETTERS.name()), LAG_MAXIMUM)) {
            throw new BrokenPromiseException("Readers do not get past an open transaction within " + LAG_MAXIMUM);
        }
        lagMs = (System.nanoTime() - beganNanos) / 1_000_000;
    }

    private void awaitNoOpenTransaction(Duration longerThan) throws InterruptedException {
        AtomicReference<List<String>> open = new AtomicReference<>();
        boolean none = Waiting.until(
                () -> {
                    open.set(group.openTransactions(longerThan));
                    return open.get().isEmpty();
                },
                END_MAXIMUM);
        if (!none) {
            throw new BrokenPromiseException("These transactions stay open: " + open.get());
        }
    }

    @Override
    public void close() {
        log.close();
        aborts.close();
    }
}
