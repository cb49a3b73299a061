package dungeon.topology.game;

import dungeon.rules.DueTimer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The timers of a task's games in the order in which they fire, so that finding the next one costs no scan of a store. */
final class TimerOrder {
    private record NextOfGame(long dueMs, String gameId) implements Comparable<NextOfGame> {
        @Override
        public int compareTo(NextOfGame other) {
            int byTime = Long.compare(dueMs, other.dueMs);
            return byTime != 0 ? byTime : gameId.compareTo(other.gameId);
        }
    }

    private final Map<String, TreeSet<DueTimer>> timersByGame = new HashMap<>();
    private final TreeSet<NextOfGame> nextOfGames = new TreeSet<>();

    /** The next timer of a game, or null. */
    DueTimer next(String gameId) {
        TreeSet<DueTimer> timers = timersByGame.get(gameId);
        return timers == null ? null : timers.first();
    }

    List<DueTimer> all(String gameId) {
        return List.copyOf(timersByGame.getOrDefault(gameId, new TreeSet<>()));
    }

    /** The games of which a timer is due by a time, in ms since 1970; the longest overdue first. */
    List<String> gamesDueBy(long timeMs) {
        return nextOfGames.stream()
                .takeWhile(next -> next.dueMs() <= timeMs)
                .map(NextOfGame::gameId)
                .toList();
    }

    void add(String gameId, DueTimer timer) {
        TreeSet<DueTimer> timers = timersByGame.computeIfAbsent(gameId, id -> new TreeSet<>());
        if (!timers.isEmpty()) {
            nextOfGames.remove(new NextOfGame(timers.first().dueMs(), gameId));
        }
        timers.add(timer);
        nextOfGames.add(new NextOfGame(timers.first().dueMs(), gameId));
    }

    void remove(String gameId, DueTimer timer) {
        TreeSet<DueTimer> timers = timersByGame.get(gameId);
        if (timers == null) {
            return;
        }
        nextOfGames.remove(new NextOfGame(timers.first().dueMs(), gameId));
        timers.remove(timer);
        if (timers.isEmpty()) {
            timersByGame.remove(gameId);
        } else {
            nextOfGames.add(new NextOfGame(timers.first().dueMs(), gameId));
        }
    }
}
