package dungeon.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the topology and the pass-through came to in each round, as figures: the topology's, beside it the pass-through's, and the
 * ratio of the two. A ratio is of one round, in which both found the same machine, and its median is over the rounds.
 */
final class LatencyFigures {
    static final String PART = "latency";

    private record Both(Delays topology, Delays passThrough) {
        double ratio(ToDoubleFunction<Delays> value) {
            return value.applyAsDouble(topology) / value.applyAsDouble(passThrough);
        }
    }

    private final Map<String, List<Both>> roundsByLoad = new LinkedHashMap<>();

    /** Takes what a round came to at a load, and gives it in one line. */
    String add(String load, Delays topology, Delays passThrough) {
        Both both = new Both(topology, passThrough);
        roundsByLoad.computeIfAbsent(load, first -> new ArrayList<>()).add(both);
        return ("p50 %.1f ms (passed through %.1f, ratio %.2f), p99 %.1f ms (%.1f, %.2f), p99.9 %.1f ms (%.1f); "
                        + "processor time %.0f µs (%.0f), of the broker %.0f µs (%.0f); compilers at work %.0f %% (%.0f)")
                .formatted(
                        topology.p50Ms(),
                        passThrough.p50Ms(),
                        both.ratio(Delays::p50Ms),
                        topology.p99Ms(),
                        passThrough.p99Ms(),
                        both.ratio(Delays::p99Ms),
                        topology.p999Ms(),
                        passThrough.p999Ms(),
                        topology.cpuMicros(),
                        passThrough.cpuMicros(),
                        topology.brokerCpuMicros(),
                        passThrough.brokerCpuMicros(),
                        topology.compilerPercent(),
                        passThrough.compilerPercent());
    }

    /**
     * All of them.
     *
     * @param limited the load whose p99 has a limit
     */
    List<Figure> figures(String limited, double p99LimitMs) {
        List<Figure> figures = new ArrayList<>();
        roundsByLoad.forEach((load, rounds) -> {
            delay(figures, load + ": p50", rounds, Delays::p50Ms);
            figures.add(ratio(load + ": p50, ratio", rounds, Delays::p50Ms));
            int p99 = figures.size();
            delay(figures, load + ": p99", rounds, Delays::p99Ms);
            if (load.equals(limited)) {
                figures.set(p99, figures.get(p99).atMost(p99LimitMs));
            }
            figures.add(ratio(load + ": p99, ratio", rounds, Delays::p99Ms));
            delay(figures, load + ": p99.9", rounds, Delays::p999Ms);
            besideEachOther(figures, load + ": processor time of a command", "µs", rounds, Delays::cpuMicros);
            besideEachOther(figures, load + ": broker's processor time", "µs", rounds, Delays::brokerCpuMicros);
            besideEachOther(figures, load + ": compilers at work", "%", rounds, Delays::compilerPercent);
        });
        return figures;
    }

    private static void delay(List<Figure> figures, String name, List<Both> rounds, ToDoubleFunction<Delays> value) {
        besideEachOther(figures, name, "ms", rounds, value);
    }

    private static void besideEachOther(
            List<Figure> figures, String name, String unit, List<Both> rounds, ToDoubleFunction<Delays> value) {
        figures.add(Figure.of(PART, name, unit, values(rounds, both -> value.applyAsDouble(both.topology()))));
        figures.add(Figure.of(
                PART,
                name + ", passed through",
                unit,
                values(rounds, both -> value.applyAsDouble(both.passThrough()))));
    }

    private static Figure ratio(String name, List<Both> rounds, ToDoubleFunction<Delays> value) {
        return Figure.of(PART, name, "", values(rounds, both -> both.ratio(value)));
    }

    private static List<Double> values(List<Both> rounds, ToDoubleFunction<Both> value) {
        return rounds.stream().map(value::applyAsDouble).toList();
    }
}
