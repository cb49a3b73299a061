package dungeon.standalone.audit;

import dungeon.schemas.Event;
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

    /** The next event of its game. */
    public void see(Event event) {
        seen++;
        games.computeIfAbsent(event.getGameId(), GameAuditor::new).see(event);
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
