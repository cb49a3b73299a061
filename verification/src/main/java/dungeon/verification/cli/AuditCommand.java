package dungeon.verification.cli;

import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.Platform;
import dungeon.robots.decide.RobotsDecider;
import dungeon.standalone.cli.MachineOptions;
import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.checks.GameAudit;
import dungeon.verification.checks.PublishedLog;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Examines a game of the log. */
@Command(
        name = "audit",
        description = {
            "Feeds a game's commands to the rules again, compares every event with the published one byte for byte, and lets an"
                    + " auditor who is written apart from the rules examine them.",
            "Uses the system that is running on these ports; if none is, starts it for the time of the audit."
        })
final class AuditCommand implements Callable<Integer> {
    private static final int BROKEN = 1;

    @Parameters(paramLabel = "GAME", description = "the gameId, or \"all\"")
    private String game;

    @Mixin
    private MachineOptions options;

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onTerminal();
        MachineConfig config = options.machineConfig();
        Machine machine;
        try {
            machine = Machine.claim(config, progress);
        } catch (CannotStartException e) {
            progress.say("Using what is running: " + e.getMessage());
            return audit(Machine.platformOf(config), progress);
        }
        try (machine) {
            machine.closeOnSignal();
            machine.start();
            return audit(machine.platform(), progress);
        }
    }

    private int audit(Platform platform, Progress progress) {
        PublishedLog log = PublishedLog.read(platform);
        if (!game.equals("all") && !log.gameIds().contains(game)) {
            progress.print("There are no events of a game %s; games in the log: %s".formatted(game, log.gameIds()));
            return BROKEN;
        }
        TokenVerifier verifier =
                new TokenVerifier(new RemoteKeys(URI.create(platform.ingestUrl() + "/.well-known/jwks.json")));
        int exitCode = 0;
        for (String gameId : game.equals("all") ? log.gameIds() : Set.of(game)) {
            try {
                GameAudit.Extent extent = GameAudit.of(log, gameId, verifier);
                progress.print(
                        "%s: %s%s".formatted(gameId, finding(extent), extent.over() ? "" : "; the game is not over"));
            } catch (BrokenPromiseException e) {
                progress.print("%s: %s".formatted(gameId, e.getMessage()));
                exitCode = BROKEN;
            }
        }
        return exitCode;
    }

    private static String finding(GameAudit.Extent extent) {
        return extent.replayed()
                ? "%,d commands give the %,d published events byte for byte, and the auditor finds nothing"
                        .formatted(extent.commands(), extent.events())
                : "decided by version %d of the rules, and these are version %d; its %,d events have no gap and fit together, and no more can be said"
                        .formatted(extent.rulesVersion(), RobotsDecider.RULES_VERSION, extent.events());
    }
}
