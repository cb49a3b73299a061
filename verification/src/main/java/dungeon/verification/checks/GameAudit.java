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
    /**
     * What there was to examine.
     *
     * @param commands in the log, ticks and repetitions included
     * @param over whether the game has ended; what came last in one that has not may be undecided
     * @param rulesVersion of the rules by which the game was decided
     * @param replayed whether these are the rules of this build; otherwise only what the events alone show was examined: that their
     *     sequence has no gap, and that they fit together
     */
    public record Extent(int commands, int events, boolean over, int rulesVersion, boolean replayed) {}

    private GameAudit() {}

    /**
     * Examines a game of which there are events.
     *
     * @throws BrokenPromiseException with the first difference
     */
    public static Extent of(PublishedLog log, String gameId, TokenVerifier verifier) {
        List<Event> events = log.eventsOf(gameId);
        List<PublishedLog.LoggedCommand> commands = log.commandsOf(gameId);
        boolean over = events.stream().anyMatch(event -> event.getPayload() instanceof GameEnded);
        int rulesVersion = rulesVersion(events);
        if (rulesVersion != RobotsDecider.RULES_VERSION) {
            LogChecks.eventsFitTogether(log, gameId);
            return new Extent(commands.size(), events.size(), over, rulesVersion, false);
        }
        LogChecks.replayGivesTheSameBytes(log, gameId, verifier, over);
        Auditor auditor = new Auditor();
        commands.forEach(logged -> auditor.sent(Senders.sent(logged, verifier)));
        events.forEach(auditor::see);
        auditor.end(over);
        List<Finding> findings = auditor.findings();
        BrokenPromiseException.unless(findings.isEmpty(), () -> "The auditor: " + findings.get(0));
        return new Extent(commands.size(), events.size(), over, rulesVersion, true);
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
