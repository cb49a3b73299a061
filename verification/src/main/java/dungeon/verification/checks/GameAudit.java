package dungeon.verification.checks;

import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.robots.decide.RobotsDecider;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.verification.audit.Auditor;
import dungeon.verification.audit.finding.Finding;
import java.util.List;

/**
 * One game under both examinations: its commands through the rules once more, compared with the published events byte for
 * byte, and the auditor, who knows nothing of the rules' code, over its commands and events.
 */
public final class GameAudit {
    /** How much of a game could be examined. */
    public enum Depth {
        /** Its commands through the rules once more, and all by the auditor. */
        REPLAYED,
        /**
         * It was decided by other rules than those of this build: only what the events alone show was examined, that their sequence has no
         * gap, and that they fit together.
         */
        OTHER_RULES,
        /** Its commands are no longer kept: the same was examined, and the auditor judged each event by those before it. */
        NO_COMMANDS
    }

    /**
     * What there was to examine.
     *
     * @param commands in the log, ticks and repetitions included
     * @param over whether the game has ended; what came last in one that has not may be undecided
     * @param rulesVersion of the rules by which the game was decided
     */
    public record Extent(int commands, int events, boolean over, int rulesVersion, Depth depth) {}

    private GameAudit() {}

    /**
     * Examines a game of which there are events.
     *
     * @throws BrokenPromiseException with the first difference
     */
    public static Extent of(PublishedLog log, String gameId, TokenVerifier verifier) {
        return of(GameLog.of(log, gameId, verifier));
    }

    /**
     * Examines a game of which there are events.
     *
     * @throws BrokenPromiseException with the first difference
     */
    public static Extent of(GameLog log) {
        boolean over = log.events().stream().anyMatch(event -> event.getPayload() instanceof GameEnded);
        int rulesVersion = rulesVersion(log.events());
        Depth depth = depth(log, rulesVersion);
        List<GameLog.SentRecord> commands = depth == Depth.NO_COMMANDS ? List.of() : log.commands();
        if (depth == Depth.REPLAYED) {
            LogChecks.replayGivesTheSameBytes(log, over);
        } else {
            LogChecks.eventsFitTogether(log);
        }
        if (depth != Depth.OTHER_RULES) {
            Auditor auditor = new Auditor();
            commands.forEach(sent -> auditor.sent(Senders.sent(log.isAfterPurge(sent) ? sent.asTick() : sent)));
            log.events().forEach(auditor::see);
            auditor.end(over);
            List<Finding> findings = auditor.findings();
            BrokenPromiseException.unless(findings.isEmpty(), () -> "The auditor: " + findings.get(0));
        }
        return new Extent(commands.size(), log.events().size(), over, rulesVersion, depth);
    }

    private static Depth depth(GameLog log, int rulesVersion) {
        if (rulesVersion != RobotsDecider.RULES_VERSION) {
            return Depth.OTHER_RULES;
        }
        return log.hasItsCommands() ? Depth.REPLAYED : Depth.NO_COMMANDS;
    }

    /** The version that a game was created with; that of this build if it was never created. */
    private static int rulesVersion(List<Event> events) {
        return events.stream()
                .map(Event::getPayload)
                .filter(GameCreated.class::isInstance)
                .map(GameCreated.class::cast)
                .mapToInt(GameCreated::getRulesVersion)
                .findFirst()
                .orElse(RobotsDecider.RULES_VERSION);
    }
}
