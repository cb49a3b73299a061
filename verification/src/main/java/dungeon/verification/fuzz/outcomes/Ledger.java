package dungeon.verification.fuzz.outcomes;

import dungeon.platform.envelope.Ids;
import dungeon.standalone.machine.Waiting;
import dungeon.verification.fuzz.cases.CaseId;
import dungeon.verification.fuzz.cases.Findings;
import dungeon.verification.fuzz.cases.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What was sent, held against what came of it: per case, each exactly once. Safe for use by several threads. */
public final class Ledger implements AutoCloseable {
    /**
     * So many records may be under way. A partition that has more of them to decide makes honest players wait, which is to be measured
     * for hostile records and not for many.
     */
    private static final int UNDER_WAY_MAXIMUM = 1_500;

    /** After which time without any outcome a partition is taken to stand still. */
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    private static final long LOOK_MS = 2;

    /** @param source where the record is; null for a command over HTTP */
    private record Entry(CaseId id, Verdict verdict, Source source) {}

    private final Findings findings;
    private final Published published;
    private final Set<String> ownGames;
    private final List<Entry> entries = new ArrayList<>();
    /** Commands from before the cases. */
    private final Set<String> known;

    private final AtomicLong expected = new AtomicLong();
    private final long settledBefore;

    /** Follows what comes from now on. */
    public Ledger(Stage stage, Findings findings) {
        this.findings = findings;
        ownGames = Set.copyOf(stage.gameIds());
        published = new Published(stage.platform(), findings);
        known = Set.copyOf(published.all().keySet());
        settledBefore = published.settled();
    }

    /** Waits until there is room for one more record; says whether there is. */
    public boolean awaitRoom() throws InterruptedException {
        long settled = published.settled();
        long sinceNanos = System.nanoTime();
        while (expected.get() - (published.settled() - settledBefore) > UNDER_WAY_MAXIMUM) {
            Thread.sleep(LOOK_MS);
            long now = published.settled();
            if (now != settled) {
                settled = now;
                sinceNanos = System.nanoTime();
            } else if (System.nanoTime() - sinceNanos > STANDSTILL.toNanos()) {
                findings.add("No case has had an outcome for " + STANDSTILL);
                return false;
            }
        }
        return true;
    }

    /** A record is sent now, which has to come to something. */
    public void begin(Verdict verdict) {
        if (verdict.fate() != Fate.NOTHING) {
            expected.incrementAndGet();
        }
    }

    /** A record that the broker has refused after all. */
    public void refused(Verdict verdict) {
        if (verdict.fate() != Fate.NOTHING) {
            expected.decrementAndGet();
        }
    }

    /** A record is in the log. */
    public synchronized void sent(CaseId id, Verdict verdict, Source source) {
        entries.add(new Entry(id, verdict, source));
    }

    /** A command over HTTP was taken, or refused. */
    public synchronized void answered(CaseId id, Verdict verdict) {
        entries.add(new Entry(id, verdict, null));
    }

    /** Waits for what is under way, and tells of each case that came to something else than it should. */
    public void settle(Duration atMost) throws InterruptedException {
        boolean unused = Waiting.until(this::isSettled, atMost);
        Map<String, Integer> commandsById = new HashMap<>();
        Map<String, Integer> namelessById = new HashMap<>();
        Map<String, CaseId> lastNameless = new HashMap<>();
        for (Entry entry : all()) {
            Verdict verdict = entry.verdict();
            if (verdict.fate() == Fate.OUTCOME) {
                // What is no id is not remembered, and so has an outcome each time.
                commandsById.merge(
                        verdict.commandId(), 1, (one, other) -> Ids.isCanonical(verdict.commandId()) ? 1 : one + other);
            } else if (verdict.fate() == Fate.NAMELESS_REJECTION) {
                namelessById.merge(verdict.aggregateId(), 1, Integer::sum);
                lastNameless.put(verdict.aggregateId(), entry.id());
            }
        }
        for (Entry entry : all()) {
            check(entry, commandsById);
        }
        namelessById.forEach((aggregateId, count) -> {
            if (published.nameless(aggregateId) != count) {
                findings.add(
                        lastNameless.get(aggregateId),
                        "%d commands with ids that are far too long were rejected in %s, and %d were sent"
                                .formatted(published.nameless(aggregateId), aggregateId, count),
                        "");
            }
        });
        published.all().forEach((commandId, told) -> {
            if (ownGames.contains(told.aggregateId())
                    && !commandsById.containsKey(commandId)
                    && !known.contains(commandId)) {
                findings.add("%s of command %s in game %s come from nothing that was sent"
                        .formatted(told.types(), commandId, told.aggregateId()));
            }
        });
    }

    /** How many cases came to what. */
    public synchronized Map<Fate, Integer> figures() {
        Map<Fate, Integer> figures = new EnumMap<>(Fate.class);
        entries.forEach(entry -> figures.merge(entry.verdict().fate(), 1, Integer::sum));
        return figures;
    }

    private synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    private boolean isSettled() {
        return all().stream().noneMatch(entry -> switch (entry.verdict().fate()) {
            case DEAD_LETTER -> published.deadLetter(entry.source()) == null;
            case OUTCOME -> published.told(entry.verdict().commandId()) == null;
            case NAMELESS_REJECTION, NOTHING -> false;
        });
    }

    private void check(Entry entry, Map<String, Integer> commandsById) {
        Verdict verdict = entry.verdict();
        String reason = entry.source() == null ? null : published.deadLetter(entry.source());
        if (verdict.fate() == Fate.DEAD_LETTER) {
            if (reason == null) {
                tell(entry, "is no dead letter, and should be one for %s".formatted(verdict.detail()));
            } else if (!reason.matches(verdict.detail())) {
                tell(entry, "is a dead letter for %s, and should be for %s".formatted(reason, verdict.detail()));
            }
        } else if (reason != null) {
            tell(entry, "is a dead letter for %s, and could be read".formatted(reason));
        }
        Told told = verdict.commandId() == null ? null : published.told(verdict.commandId());
        if (verdict.fate() == Fate.OUTCOME) {
            checkOutcome(entry, told, commandsById.get(verdict.commandId()));
        } else if (told != null && !commandsById.containsKey(verdict.commandId())) {
            tell(entry, "has an outcome, %s %s, and should have none".formatted(told.types(), told.code()));
        }
    }

    private void checkOutcome(Entry entry, Told told, int commands) {
        if (told == null) {
            tell(entry, "has no outcome");
        } else if (!told.isOutcomeOf(commands)) {
            tell(entry, "has more or less than one outcome: %s".formatted(told.types()));
        } else if (!entry.verdict().detail().isEmpty()
                && !told.code().matches(entry.verdict().detail())) {
            tell(
                    entry,
                    "came to %s %s, and should be rejected with %s"
                            .formatted(
                                    told.types(), told.code(), entry.verdict().detail()));
        }
    }

    private void tell(Entry entry, String what) {
        findings.add(
                entry.id(),
                "%s (command %s)".formatted(what, entry.verdict().commandId()),
                String.valueOf(entry.source()));
    }

    @Override
    public void close() {
        published.close();
    }
}
