package dungeon.benchmarks.age;

import dungeon.benchmarks.measure.Figure;
import dungeon.platform.core.IdempotencyKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Whether an installation that has seen a hundred times as much is slower to start, takes more memory or answers later. Both are measured in
 * turn, each by itself, so that what differs is their age.
 */
public final class AgeBench {
    private static final String PART = "age";
    private static final double RATIO_MAXIMUM = 1.5;
    /** What ingest has to know of the last minutes says how much was played just now, and not how old an installation is. */
    private static final Duration REMEMBERED =
            Duration.ofMillis(IdempotencyKey.REMEMBERED_MS).plusSeconds(30);

    private final Path folder;
    private final int rounds;
    private final AgePlan plan;

    /**
     * @param folder for the data; new
     * @param rounds how often each is measured
     */
    public AgeBench(Path folder, int rounds, AgePlan plan) {
        this.folder = folder;
        this.rounds = rounds;
        this.plan = plan;
    }

    public List<Figure> measure(Consumer<String> progress) throws IOException, InterruptedException {
        try (Installation young = new Installation("young", folder.resolve("young"));
                Installation old = new Installation("old", folder.resolve("old"))) {
            young.grow(plan.youngGames(), plan.commandsPerPlayer(), progress);
            old.grow(plan.oldGames(), plan.commandsPerPlayer(), progress);
            progress.accept("Waiting for what is remembered of the last commands to be forgotten");
            Thread.sleep(REMEMBERED.toMillis());
            Map<String, List<Double>> youngs = new LinkedHashMap<>();
            Map<String, List<Double>> olds = new LinkedHashMap<>();
            for (int round = 1; round <= rounds; round++) {
                note(young.measure(), youngs);
                note(old.measure(), olds);
                progress.accept("Round %d of %d is measured".formatted(round, rounds));
            }
            return figures(youngs, olds);
        }
    }

    private static void note(Map<String, Double> figures, Map<String, List<Double>> values) {
        figures.forEach((name, value) ->
                values.computeIfAbsent(name, first -> new ArrayList<>()).add(value));
    }

    private List<Figure> figures(Map<String, List<Double>> youngs, Map<String, List<Double>> olds) {
        List<Figure> figures = new ArrayList<>();
        youngs.forEach((name, young) -> {
            int comma = name.lastIndexOf(", ");
            String what = name.substring(0, comma);
            String unit = name.substring(comma + 2);
            List<Double> old = olds.get(name);
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < old.size(); i++) {
                ratios.add(old.get(i) / young.get(i));
            }
            figures.add(Figure.of(PART, "%s, %,d games".formatted(what, plan.youngGames()), unit, young));
            figures.add(Figure.of(PART, "%s, %,d games".formatted(what, plan.oldGames()), unit, old));
            figures.add(Figure.of(PART, what + ", ratio", "", ratios).atMost(RATIO_MAXIMUM));
        });
        return figures;
    }
}
