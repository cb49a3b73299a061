package dungeon.verification.fuzz.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each kind of case was answered how. Safe for use by several threads. */
public final class Tally {
    private final Map<String, Map<String, Integer>> answers = new TreeMap<>();

    /** Counts one answer. */
    public synchronized void add(String kind, String answer) {
        answers.computeIfAbsent(kind, any -> new TreeMap<>()).merge(answer, 1, Integer::sum);
    }

    /** A line for each kind. */
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        answers.forEach((kind, counts) -> lines.add("  %-24s %s"
                .formatted(
                        kind,
                        counts.entrySet().stream()
                                .map(count -> "%s: %d".formatted(count.getKey(), count.getValue()))
                                .collect(Collectors.joining(", ")))));
        return lines;
    }
}
