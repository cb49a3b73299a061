package dungeon.benchmarks.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One figure of the benchmark.
 *
 * @param part which part of the benchmark it is from
 * @param name what was measured, and under which load
 * @param unit of the values
 * @param values what was measured, one of each round
 * @param limit what it is held against; null if against nothing
 */
public record Figure(String part, String name, String unit, List<Double> values, Limit limit) {

    /**
     * What a figure is held against.
     *
     * @param value in the figure's unit
     * @param atLeast whether the figure must not be below; otherwise it must not be above
     */
    public record Limit(double value, boolean atLeast) {}

    public Figure {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("%s was not measured".formatted(name));
        }
        values = List.copyOf(values);
    }

    public static Figure of(String part, String name, String unit, List<Double> values) {
        return new Figure(part, name, unit, values, null);
    }

    public static Figure of(String part, String name, String unit, double value) {
        return of(part, name, unit, List.of(value));
    }

    public Figure atLeast(double value) {
        return new Figure(part, name, unit, values, new Limit(value, true));
    }

    public Figure atMost(double value) {
        return new Figure(part, name, unit, values, new Limit(value, false));
    }

    /** The value in the middle; of an even number of rounds the mean of the two there. */
    @JsonProperty
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @JsonProperty
    public double minimum() {
        return values.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    @JsonProperty
    public double maximum() {
        return values.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether the limit is kept; null without one. */
    @JsonProperty
    public Boolean kept() {
        if (limit == null) {
            return null;
        }
        return limit.atLeast() ? median() >= limit.value() : median() <= limit.value();
    }

    @Override
    public String toString() {
        String spread = values.size() == 1 ? "" : " (%s to %s)".formatted(number(minimum()), number(maximum()));
        String verdict = limit == null
                ? ""
                : "; %s %s: %s"
                        .formatted(
                                limit.atLeast() ? "at least" : "at most",
                                number(limit.value()),
                                kept() ? "reached" : "NOT reached");
        return "%-72s %12s %s%s%s".formatted(name, number(median()), unit, spread, verdict);
    }

    private static String number(double value) {
        int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
