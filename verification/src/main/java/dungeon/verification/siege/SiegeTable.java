package dungeon.verification.siege;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A result as text for a terminal. */
final class SiegeTable {
    private static final int WIDTH = 120;
    private static final String MORE = "    ";

    private SiegeTable() {}

    static List<String> of(SiegeResult result, Duration siege) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("%-20s %8s %8s %8s %8s %8s"
                .formatted("hostile players", "a minute", "tried", "refused", "through", "held up"));
        for (SiegeResult.Kind kind : result.kinds()) {
            kind(kind, lines);
        }
        lines.add("");
        honest(result, lines);
        lines.add("");
        memory(result.memory(), lines, siege);
        lines.add("");
        result.transactions()
                .forEach(round -> lines.add("foreign transaction, %s: play stood still for %.1f s"
                        .formatted(round.what(), round.stoodStillMs() / 1e3)));
        lines.add("restarts of parts: " + (result.restarts().isEmpty() ? "none" : result.restarts()));
        lines.add("");
        return lines;
    }

    private static void kind(SiegeResult.Kind kind, List<String> lines) {
        var figures = kind.figures();
        long refused =
                figures.refused().values().stream().mapToLong(Long::longValue).sum();
        lines.add("%-20s %8d %8d %8d %8d %8d"
                .formatted(
                        kind.name(), kind.perMinute(), figures.tried(), refused, figures.through(), figures.heldUp()));
        lines.addAll(wrapped("each: " + kind.each()));
        add("refused: ", figures.refused(), lines);
        add("through: ", figures.granted(), lines);
        add("neither: ", figures.other(), lines);
        if (figures.largestAnswerBytes() > 1_000_000) {
            lines.add(MORE + "largest answer: %.1f MB".formatted(figures.largestAnswerBytes() / 1e6));
        }
    }

    private static void add(String title, Map<String, Long> counts, List<String> lines) {
        if (!counts.isEmpty()) {
            lines.addAll(wrapped(title
                    + counts.entrySet().stream()
                            .map(count -> "%d x %s".formatted(count.getValue(), count.getKey()))
                            .collect(Collectors.joining(", "))));
        }
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(MORE);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(MORE + "  ");
            }
            line.append(line.toString().isBlank() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static void honest(SiegeResult result, List<String> lines) {
        Latencies.Figures before = result.before().waiting();
        Latencies.Figures under = result.under().waiting();
        lines.add("%-36s %12s %12s".formatted("honest players", "before", "under siege"));
        row("commands with an outcome", before.commands(), under.commands(), lines);
        row("without an outcome", before.unanswered(), under.unanswered(), lines);
        row("from command to outcome, median, ms", before.medianMs(), under.medianMs(), lines);
        row("p99, ms", before.p99Ms(), under.p99Ms(), lines);
        row("longest, ms", before.longestMs(), under.longestMs(), lines);
        row(
                "answers 5xx",
                sum(result.before().serverErrors()),
                sum(result.under().serverErrors()),
                lines);
        add("refused: ", result.under().refusals(), lines);
    }

    private static void row(String name, long before, long under, List<String> lines) {
        lines.add("%-36s %12d %12d".formatted(name, before, under));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void memory(Map<String, MemoryUse> memory, List<String> lines, Duration siege) {
        lines.add("%-20s %12s %12s %12s %12s %12s"
                .formatted("memory, MB", "first third", "last third", "flat up to", "heap, live", "flat up to"));
        memory.forEach((process, use) -> {
            if (use.residentMb().isEmpty() || use.liveMb().isEmpty()) {
                lines.add("%-20s not measured".formatted(process));
                return;
            }
            lines.add("%-20s %12d %12d %12d %12s %12d"
                    .formatted(
                            process,
                            use.firstMb(),
                            use.lastMb(),
                            use.residentMaximumMb(),
                            use.liveMb().stream().map(String::valueOf).collect(Collectors.joining(" > ")),
                            use.liveMaximumMb()));
        });
        lines.addAll(
                wrapped(("first and last third: medians over %d s of what a process has from the system for itself;"
                                + " heap, live: what is in use after a full collection, when a third had passed and at the end")
                        .formatted(siege.toSeconds())));
    }
}
