package dungeon.verification.cli;

import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.machine.Progress;
import dungeon.verification.upgrade.OlderBuild;
import dungeon.verification.upgrade.UpgradePlan;
import dungeon.verification.upgrade.UpgradeRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
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

    @Option(names = "--seed", paramLabel = "N", description = "of what players do (default: any)")
    private Long seed;

    @Option(names = "--data", paramLabel = "FOLDER", description = "where all data goes (default: a temporary folder)")
    private Path data;

    @Override
    public Integer call() throws Exception {
        if (brokers != 1 && brokers != 3) {
            throw new CannotStartException("--brokers is 1 or 3, and not " + brokers);
        }
        OlderBuild older = OlderBuild.of(from == null ? OlderBuild.revisionBeforeTheSchemasOfToday() : from);
        UpgradePlan plan = new UpgradePlan(
                older.name(),
                older.classes(),
                brokers,
                seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed,
                Optional.ofNullable(data));
        return new UpgradeRun(plan, Progress.onTerminal()).run() ? 0 : 1;
    }
}
