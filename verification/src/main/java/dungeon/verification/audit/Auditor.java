package dungeon.verification.audit;

import dungeon.schemas.Event;
import dungeon.verification.audit.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the events of any number of games, in the order in which they were published for each, and finds in each game
 * the first event that breaks a promise. What comes after it in that game is not looked at. Not safe for use by several
 * threads.
 */
public final class Auditor {
    private final Map<String, GameAuditor> games = new LinkedHashMap<>();
    private long seen;

    /**
     * A command of the log, before the events that come of it. Where the commands of a game are given, all of them have
     * to be, in the order of the log: then each must have its one outcome, and that must be the right one. Where none are
     * given, events are judged by the events before alone.
     */
    public void sent(SentCommand sent) {
        games.computeIfAbsent(sent.command().getGameId(), GameAuditor::new).sent(sent);
    }

    /** The next event of its game. */
    public void see(Event event) {
        seen++;
        games.computeIfAbsent(event.getGameId(), GameAuditor::new).see(event);
    }

    /**
     * No more events come.
     *
     * @param allWasDecided whether every command that was given must have had its outcome by now
     */
    public void end(boolean allWasDecided) {
        games.values().forEach(game -> game.end(allWasDecided));
    }

    /** How many events were seen. */
    public long seen() {
        return seen;
    }

    /** The first event of each game that breaks a promise, if one does. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        games.values().forEach(game -> game.finding().ifPresent(findings::add));
        return findings;
    }
}
