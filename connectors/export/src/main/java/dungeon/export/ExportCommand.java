package dungeon.export;

import dungeon.players.connection.Platform;
import dungeon.standalone.cli.MachineOptions;
import dungeon.standalone.cli.RunningMachine;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.secure.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes events into a file. */
@Command(
        name = "export",
        description = {
            "Writes the events of a game, or of all games, into a Parquet file, which DuckDB, pandas, Spark and many others read.",
            "Uses the system that is running on these ports; if none is, starts it for the time of the export."
        })
final class ExportCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final String ALL = "all";

    @Parameters(paramLabel = "GAME", description = "the gameId, or \"all\"")
    private String game;

    @Option(
            names = "--parquet",
            required = true,
            paramLabel = "FILE",
            description = "the file, which must not be there yet")
    private Path file;

    @Mixin
    private MachineOptions options;

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onTerminal();
        if (Files.exists(file)) {
            progress.print("%s is there already; remove it, or choose another name".formatted(file));
            return FAILED;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isWritable(folder)) {
            progress.print("%s is no folder that can be written; choose another place".formatted(folder));
            return FAILED;
        }
        return RunningMachine.use(
                options.machineConfig(), Service.EXPORT, progress, platform -> export(platform, progress));
    }

    private int export(Platform platform, Progress progress) throws IOException, SQLException {
        Optional<String> gameId = game.equals(ALL) ? Optional.empty() : Optional.of(game);
        long events = new LogExport(platform.clientConfig()).writeParquet(gameId, file);
        if (events == 0) {
            progress.print("There are no events of %s"
                    .formatted(gameId.map(id -> "a game " + id).orElse("any game")));
            return FAILED;
        }
        progress.say("%,d events are in %s, which has %,d bytes".formatted(events, file, Files.size(file)));
        return 0;
    }
}
