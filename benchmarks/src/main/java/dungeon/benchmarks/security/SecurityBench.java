package dungeon.benchmarks.security;

import dungeon.benchmarks.measure.Figure;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The same players on a machine that lets in everybody and on one with {@code --secure}, in turn: commands over Kafka until their outcome is read. */
public final class SecurityBench {
    private static final String PART = "security";
    private static final double COMMANDS_PER_S = 200;

    /** The compilers are done by then with what each command takes. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double US_PER_MS = 1_000;

    private final Path folder;
    private final int rounds;
    private final Progress progress;

    /**
     * @param folder for the data; new
     * @param rounds how often each is measured, each time on a new installation
     */
    public SecurityBench(Path folder, int rounds, Progress progress) {
        this.folder = folder;
        this.rounds = rounds;
        this.progress = progress;
    }

    public List<Figure> measure() throws IOException, InterruptedException {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            // In turn, because whoever comes second finds more that is compiled.
            boolean secureFirst = round % 2 == 0;
            Map<String, Double> first = of(round, secureFirst);
            Map<String, Double> second = of(round, !secureFirst);
            Map<String, Double> open = secureFirst ? second : first;
            Map<String, Double> secure = secureFirst ? first : second;
            open.forEach((name, value) -> {
                add(values, name + ", open", value);
                add(values, name + ", secure", secure.get(name));
                if (value > 0) {
                    add(values, name + ", secure to open", secure.get(name) / value);
                }
            });
        }
        List<Figure> figures = new ArrayList<>();
        values.forEach((name, measured) -> {
            String what = name.substring(0, name.indexOf(','));
            String unit = name.endsWith("to open") ? "" : what.startsWith("commands") ? "1/s" : "ms";
            figures.add(Figure.of(PART, name, unit, measured));
        });
        return figures;
    }

    private static void add(Map<String, List<Double>> values, String name, double value) {
        values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
    }

    private Map<String, Double> of(int round, boolean secure) throws IOException, InterruptedException {
        MachineConfig open = new MachineConfig(
                folder.resolve("%s-%d-%s".formatted(PART, round, secure ? "secure" : "open")), FreePorts.ofAMachine());
        try (Machine machine = Machine.claim(secure ? open.securedAt(FreePorts.one()) : open, progress)) {
            machine.start();
            try (PlayersOnKafka players = PlayersOnKafka.join(machine.platform())) {
                players.send(COMMANDS_PER_S, WARM_UP);
                Histogram delaysUs = players.send(COMMANDS_PER_S, MEASURED);
                double readerHeldUpMs = players.readerHeldUpMs();
                double writersHeldUpMs = players.writersHeldUpMs();
                players.sendAtOnce(WARM_UP);
                double perSecond = players.sendAtOnce(MEASURED);
                Map<String, Double> measured = new LinkedHashMap<>();
                measured.put("commands at once", perSecond);
                String paced = " at %.0f commands/s".formatted(COMMANDS_PER_S);
                measured.put("p50" + paced, delaysUs.getValueAtPercentile(P50) / US_PER_MS);
                measured.put("p99" + paced, delaysUs.getValueAtPercentile(P99) / US_PER_MS);
                measured.put("longest that the quota holds up a reader" + paced, readerHeldUpMs);
                measured.put("longest that the quota holds up a writer" + paced, writersHeldUpMs);
                measured.put("longest that the quota holds up a writer at once", players.writersHeldUpMs());
                return measured;
            }
        }
    }
}
