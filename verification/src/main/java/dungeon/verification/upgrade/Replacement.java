package dungeon.verification.upgrade;

import dungeon.verification.chaos.FailedQuery;
import dungeon.verification.chaos.QueryProbe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was seen while one instance was replaced, or while none was.
 *
 * @param instance which; empty for none
 * @param build by what
 * @param stoppedMs how long it took to end
 * @param servedMs from its end until it served again and its group was at rest
 * @param ownMs the longest silence of each game whose commands it had decided until then, from the last outcome to the next
 * @param othersMs the same of all other games
 * @param queries what those were answered who asked meanwhile
 */
record Replacement(
        String instance,
        String build,
        long stoppedMs,
        long servedMs,
        List<Long> ownMs,
        List<Long> othersMs,
        QueryProbe.Findings queries) {

    /**
     * Who has no answer is told to ask again in a second, and asks the other instance as well; so the third try must help. 0.8 s were seen, on a
     * machine with far too much to do.
     */
    static final long AWAY_MAXIMUM_MS = 3_000;

    /** Nothing but time passes. */
    static Replacement ofNothing(String when, Map<String, Long> silencesMs, QueryProbe.Findings queries) {
        return new Replacement("", when, 0, 0, List.of(), List.copyOf(silencesMs.values()), queries);
    }

    /** What nobody may meet with, in sentences; empty if nobody did. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        queries.failures()
                .forEach((asked, failures) -> failures.forEach((failure, times) -> {
                    if (!isNamed(asked, failure)) {
                        broken.add("%d questions to %s came to: %s".formatted(times, asked, failure));
                    }
                }));
        if (queries.eitherMs() > AWAY_MAXIMUM_MS) {
            broken.add("a robot was not to be had from any instance for %d ms, and %d are allowed"
                    .formatted(queries.eitherMs(), AWAY_MAXIMUM_MS));
        }
        return broken;
    }

    /**
     * Whether a client that knows of several instances can do something about it: ask again, or ask another one. While nothing is replaced, nobody
     * has to.
     */
    private boolean isNamed(String asked, String failure) {
        if (instance.isEmpty()) {
            return false;
        }
        boolean isDown = asked.replaceFirst("^door-", "queries-").equals(instance);
        return FailedQuery.NAMED.contains(failure) || (isDown && failure.equals(FailedQuery.REFUSED));
    }

    /** In one line. */
    String figures() {
        long failed = queries.failures().values().stream()
                .flatMap(failures -> failures.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return "%s; a robot not to be had from any instance for %d ms at most, nothing fresher than a standby's answer for %d ms; %d of %d questions failed %s"
                .formatted(times(), queries.eitherMs(), queries.notFreshMs(), failed, queries.asked(), failures());
    }

    private String times() {
        String silences = Stream.of(silences("its own", ownMs), silences("others", othersMs))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return instance.isEmpty()
                ? "games stood still: " + silences
                : "stopped in %.1f s, served %.1f s later; games stood still: %s"
                        .formatted(stoppedMs / 1e3, servedMs / 1e3, silences);
    }

    private static String silences(String whose, List<Long> silencesMs) {
        if (silencesMs.isEmpty()) {
            return "";
        }
        List<Long> sorted = silencesMs.stream().sorted().toList();
        return "%s %d ms at most, half of %d %d ms"
                .formatted(whose, Collections.max(sorted), sorted.size(), sorted.get(sorted.size() / 2));
    }

    private Map<String, Map<String, Long>> failures() {
        return new TreeMap<>(queries.failures());
    }

    /** Who was replaced by what. */
    String what() {
        return instance.isEmpty() ? "nothing replaced, " + build : "%s by %s".formatted(instance, build);
    }
}
