package dungeon.standalone.checks;

import dungeon.rules.Caller;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.standalone.audit.Auditor;
import dungeon.standalone.audit.Finding;
import dungeon.standalone.audit.SentCommand;
import dungeon.topology.admission.TokenVerifier;
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
     */
    public record Extent(int commands, int events, boolean over) {}

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
        LogChecks.replayGivesTheSameBytes(log, gameId, verifier, over);
        Auditor auditor = new Auditor();
        for (PublishedLog.LoggedCommand logged : commands) {
            long stampMs = logged.record().timestamp();
            Caller caller = verifier.verify(logged.record().headers(), stampMs);
            auditor.sent(new SentCommand(logged.command(), Senders.of(caller), stampMs));
        }
        events.forEach(auditor::see);
        auditor.end(over);
        List<Finding> findings = auditor.findings();
        BrokenPromiseException.unless(findings.isEmpty(), () -> "The auditor: " + findings.get(0));
        return new Extent(commands.size(), events.size(), over);
    }
}
