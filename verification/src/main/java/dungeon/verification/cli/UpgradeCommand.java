package dungeon.verification.cli;

import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.machine.Progress;
import dungeon.verification.upgrade.OlderBuild;
import dungeon.verification.upgrade.UpgradePlan;
import dungeon.verification.upgrade.UpgradeRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A rolling upgrade, and back. */
@Command(
        name = "upgrade",
        description =
                "Replaces an older build by this one, one instance after the other, and back again, while games are"
                        + " played, and checks that every promise is kept.")
final class UpgradeCommand implements Callable<Integer> {
    @Option(
            names = "--from",
            paramLabel = "BUILD",
            description =
                    "the older build: a revision, which is built in target/older once, or a folder in which ./dungeon"
                            + " has built (default: the newest revision whose schemas are not today's)")
    private String from;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            description = "how many, 1 or 3 (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private int brokers;

    @Option(names = "--data", paramLabel = "FOLDER", description = "where all data goes (default: a temporary folder)")
    private Path data;

    @Override
    public Integer call() throws Exception {
        OlderBuild older = from == null
                ? OlderBuild.beforeTheSchemasOfToday()
                        .orElseThrow(
                                () -> new CannotStartException(
                                        "Git knows no revision before the schemas of today; name one, or a folder, with --from"))
                : OlderBuild.of(from);
        UpgradePlan plan = new UpgradePlan(older.name(), older.classes(), brokers, Optional.ofNullable(data));
        return new UpgradeRun(plan, Progress.onTerminal()).run() ? 0 : 1;
    }
}
