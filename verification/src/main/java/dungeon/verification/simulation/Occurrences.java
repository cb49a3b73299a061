package dungeon.verification.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has to happen sometimes, or the games show nothing; and how often it has. */
public final class Occurrences {
    private final Map<String, Long> counts = new TreeMap<>();

    /** Names something that has to happen sometimes. */
    public void expect(String name) {
        counts.putIfAbsent(name, 0L);
    }

    /** Counts what has happened so many times. */
    public void add(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    /** How often each has happened, by name. */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** What has not happened, in order of name. */
    public List<String> never() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
