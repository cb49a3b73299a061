package dungeon.standalone.cli;

import dungeon.standalone.machine.DataFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes all data. */
@Command(name = "reset", description = "Removes all data: games, players, map types.")
final class ResetCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "what is removed (default: ${DEFAULT-VALUE})",
            defaultValue = "${sys:dungeon.data:-.dungeon}")
    private Path dataFolder;

    @Override
    public Integer call() {
        boolean removed = DataFolder.remove(dataFolder);
        System.out.println(removed ? "Removed " + dataFolder : "Nothing to remove: there is no " + dataFolder);
        return 0;
    }
}
