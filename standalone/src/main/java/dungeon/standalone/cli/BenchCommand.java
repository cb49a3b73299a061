package dungeon.standalone.cli;

import dungeon.standalone.bench.measure.Throughput;
import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures. */
@Command(name = "bench", description = "Measures the system on this machine.")
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    @Option(names = "--games", defaultValue = "64")
    private int games;

    @Option(names = "--robots", defaultValue = "1000")
    private int robots;

    @Option(names = "--threads", defaultValue = "1")
    private int threads;

    @Option(names = "--warm", defaultValue = "150000")
    private int warm;

    @Option(names = "--recordings")
    private Path recordings;

    @Option(names = "--measured", defaultValue = "200000")
    private int measured;

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onTerminal();
        Path data = Files.createTempDirectory("dungeon-bench");
        try (DataFolder folder = DataFolder.open(data)) {
            Logging.toFolder(folder.resolve("logs"));
            new Throughput(data, java.util.Optional.ofNullable(recordings), rounds, warm, measured)
                    .of(new Throughput.Load(games, robots, threads), progress::say);
        }
        DataFolder.remove(data);
        return 0;
    }
}
