package dungeon.verification.cli;

import dungeon.standalone.cli.DungeonCommand;

/** Where {@code ./dungeon simulate}, {@code audit}, {@code chaos}, {@code siege}, {@code fuzz}, {@code trial} and {@code upgrade} begin. */
public final class VerificationMain {
    private VerificationMain() {}

    public static void main(String[] args) {
        System.exit(DungeonCommand.run(
                args,
                new SimulateCommand(),
                new AuditCommand(),
                new ChaosCommand(),
                new SiegeCommand(),
                new FuzzCommand(),
                new TrialCommand(),
                new UpgradeCommand()));
    }
}
