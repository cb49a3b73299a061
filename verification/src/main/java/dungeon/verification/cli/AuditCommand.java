package dungeon.verification.cli;

import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.Platform;
import dungeon.queries.gamelog.GameLogReader;
import dungeon.robots.decide.RobotsDecider;
import dungeon.standalone.cli.MachineOptions;
import dungeon.standalone.cli.RunningMachine;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.secure.Service;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.checks.GameAudit;
import dungeon.verification.checks.GameLog;
import dungeon.verification.checks.PublishedLog;
import dungeon.verification.tictactoe.PlayedRoom;
import dungeon.verification.tictactoe.RoomAudit;
import dungeon.verification.tictactoe.RoomLog;
import dungeon.verification.tictactoe.RoomReplay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Parameters(arity = "0..1", paramLabel = "GAME", description = "the gameId, or \"all\"")
    private String game;

    @Option(names = "--rooms", description = "the rooms of tic-tac-toe, all of them, instead of a game of robots")
    private boolean rooms;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "the log of a game that has ended, as GET /games/{gameId}/log of the queries gives it; needs no system")
    private Path file;

    @Mixin
    private MachineOptions options;

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onTerminal();
        if (Stream.of(game != null, file != null, rooms).filter(said -> said).count() != 1) {
            progress.print("Say which game to audit: a gameId, \"all\", --rooms, or --file with the log of one.");
            return BROKEN;
        }
        if (file != null) {
            return auditFile(progress);
        }
        return RunningMachine.use(
                options.machineConfig(), Service.AUDIT, progress, platform -> audit(platform, progress));
    }

    private int auditFile(Progress progress) {
        try {
            GameLog log = GameLog.read(file);
            return audit(log.gameId(), () -> log, progress);
        } catch (IOException e) {
            progress.print(e.getMessage());
            return BROKEN;
        }
    }

    private int audit(Platform platform, Progress progress) {
        RemoteKeys keys = new RemoteKeys(URI.create(platform.ingestUrl() + "/.well-known/jwks.json"));
        if (rooms) {
            return auditRooms(RoomLog.read(platform, new TokenVerifier(keys)), progress);
        }
        if (!game.equals("all")) {
            GameLogReader reader = GameLogReader.of(platform.clientConfig(), () -> new TokenVerifier(keys));
            GameLog log = GameLog.read(reader, game);
            if (log.events().isEmpty()) {
                progress.print("There are no events of a game %s".formatted(game));
                return BROKEN;
            }
            return audit(game, () -> log, progress);
        }
        PublishedLog log = PublishedLog.read(platform);
        TokenVerifier verifier = new TokenVerifier(keys);
        int exitCode = 0;
        for (String gameId : log.gameIds()) {
            exitCode = Math.max(exitCode, audit(gameId, () -> GameLog.of(log, gameId, verifier), progress));
        }
        return exitCode;
    }

    private static int auditRooms(Map<String, PlayedRoom> log, Progress progress) {
        int exitCode = 0;
        for (PlayedRoom room : log.values()) {
            Optional<String> finding =
                    room.hasItsCommands() ? RoomReplay.of(room).or(() -> RoomAudit.of(room)) : Optional.empty();
            exitCode = finding.isPresent() ? BROKEN : exitCode;
            progress.print(finding.orElseGet(() -> praise(room)));
        }
        if (log.isEmpty()) {
            progress.print("There are no rooms");
        }
        return exitCode;
    }

    private static String praise(PlayedRoom room) {
        return room.hasItsCommands()
                ? "%s: %,d commands give the %,d published events byte for byte, as the model expects"
                        .formatted(
                                room.roomId(), room.sent().size(), room.events().size())
                : "%s: its commands are no longer kept (7 days unless set otherwise), so its %,d events cannot be compared"
                        .formatted(room.roomId(), room.events().size());
    }

    private static int audit(String gameId, Supplier<GameLog> log, Progress progress) {
        try {
            GameAudit.Extent extent = GameAudit.of(log.get());
            progress.print(
                    "%s: %s%s".formatted(gameId, finding(extent), extent.over() ? "" : "; the game is not over"));
            return 0;
        } catch (BrokenPromiseException e) {
            progress.print("%s: %s".formatted(gameId, e.getMessage()));
            return BROKEN;
        }
    }

    private static String finding(GameAudit.Extent extent) {
        return switch (extent.depth()) {
            case REPLAYED ->
                "%,d commands give the %,d published events byte for byte, and the auditor finds nothing"
                        .formatted(extent.commands(), extent.events());
            case OTHER_RULES ->
                "decided by version %d of the rules, and these are version %d; its %,d events have no gap and fit together, and no more can be said"
                        .formatted(extent.rulesVersion(), RobotsDecider.RULES_VERSION, extent.events());
            case NO_COMMANDS ->
                ("its commands are no longer kept (7 days unless set otherwise), so they cannot be replayed; its %,d events have no"
                                + " gap and fit together, and the auditor, who judges each by those before it, finds nothing")
                        .formatted(extent.events());
        };
    }
}
