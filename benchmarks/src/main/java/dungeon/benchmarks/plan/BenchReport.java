package dungeon.benchmarks.plan;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.benchmarks.load.CommandKind;
import dungeon.benchmarks.measure.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The figures for programs, as JSON, with what they depend on. */
public final class BenchReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BenchReport() {}

    public static void write(Path file, BenchPlan plan, List<Figure> figures) throws IOException {
        ObjectNode report = JSON.createObjectNode()
                .put("measuredAt", Instant.now().toString())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", System.getProperty("java.vm.version"))
                .put("operatingSystem", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .put("rounds", plan.rounds())
                .put("warmUpCommands", plan.warmUp())
                .put("measuredCommands", plan.measured())
                .put("latencyColdMs", plan.latency().cold().toMillis())
                .put("latencyWarmUpCommands", plan.latency().warmUpCommands());
        ObjectNode mix = report.putObject("percentOfCommands");
        for (CommandKind kind : CommandKind.values()) {
            mix.put(kind.name(), kind.percent());
        }
        report.set("figures", JSON.valueToTree(figures));
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }
}
