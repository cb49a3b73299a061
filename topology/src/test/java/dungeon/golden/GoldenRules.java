package dungeon.golden;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.robots.InMemoryGame;
import dungeon.robots.state.At;
import dungeon.robots.state.RobotsTables;
import dungeon.robots.state.RobotsTimers;
import dungeon.schemas.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;

/** The rules as the golden logs use them, and the only place among them that knows the classes of the rules and of the state. */
final class GoldenRules {
    /** What timers are called in the digests, whatever their numbers are. */
    private static final Map<Integer, String> TIMERS = Map.of(
            RobotsTimers.EXPIRY, "GAME_EXPIRY",
            RobotsTimers.END, "GAME_END",
            RobotsTimers.MINING_PROCESS, "MINING_PROCESS",
            RobotsTimers.QUEUE, "ROBOT_QUEUE",
            RobotsTimers.DISCOVERY, "DISCOVERY",
            RobotsTimers.PURGE, "GAME_PURGE");

    private GoldenRules() {}

    /**
     * What commands give.
     *
     * @param steps the commands, each with its events
     * @param snapshots the state at the checkpoints
     */
    record Replay(List<Step> steps, List<Snapshot> snapshots) {}

    /** Decides the commands of a game. */
    static Replay replay(List<ArrivedCommand> commands) {
        InMemoryGame game = new InMemoryGame(commands.get(0).command().getGameId());
        Checkpoints checkpoints = new Checkpoints();
        List<Step> steps = new ArrayList<>();
        List<Snapshot> snapshots = new ArrayList<>();
        for (ArrivedCommand arrived : commands) {
            List<Event> published = new ArrayList<>();
            // Called when a decision is in the game and nothing else is decided yet.
            game.handle(arrived.command(), arrival(arrived), events -> {
                published.addAll(events);
                events.stream().filter(checkpoints::isAfter).forEach(event -> snapshots.add(snapshot(game, event)));
            });
            steps.add(new Step(arrived, published));
        }
        return new Replay(steps, snapshots);
    }

    /** Folds the events of a game, and gives the state at the checkpoints. */
    static List<Snapshot> fold(List<Event> events) {
        InMemoryGame game = new InMemoryGame(events.get(0).getGameId());
        Checkpoints checkpoints = new Checkpoints();
        List<Snapshot> snapshots = new ArrayList<>();
        for (Event event : events) {
            game.fold(event);
            if (checkpoints.isAfter(event)) {
                snapshots.add(snapshot(game, event));
            }
        }
        return snapshots;
    }

    private static CommandMetadata arrival(ArrivedCommand arrived) {
        Principal principal = new Principal(
                PrincipalKind.valueOf(arrived.callerKind()),
                arrived.callerId(),
                arrived.callerName(),
                arrived.callerProblem());
        return new CommandMetadata(principal, arrived.stampMs(), arrived.bytes());
    }

    private static Snapshot snapshot(InMemoryGame game, Event last) {
        List<String> lines = new ArrayList<>();
        lines.add(Shown.GAME.line(game.game()));
        for (int y = 0; y < game.game().getHeight(); y++) {
            for (int x = 0; x < game.game().getWidth(); x++) {
                lines.add(Shown.TILE.line(game.tile(x, y)));
                IndexedRecord mine = game.records().get(RobotsTables.MINES, new At(x, y));
                if (mine != null) {
                    lines.add(Shown.MINE.line(mine));
                }
            }
        }
        game.robots().forEach(robot -> lines.add(Shown.ROBOT.line(robot)));
        game.accounts().forEach(account -> lines.add(Shown.ACCOUNT.line(account)));
        long nowMs = last.getTime().toEpochMilli();
        game.timers().stream()
                .filter(timer -> !isPerhapsLost(timer, nowMs))
                .map(GoldenRules::line)
                .forEach(lines::add);
        return Snapshot.of(last.getSequence(), lines);
    }

    /**
     * A discovery that is due: where no star system is empty it fires without an event, so whoever folds events does not know
     * whether it has.
     */
    private static boolean isPerhapsLost(DueTimer due, long nowMs) {
        return due.id().kind() == RobotsTimers.DISCOVERY && due.dueMs() <= nowMs;
    }

    private static String line(DueTimer due) {
        String kind = TIMERS.get(due.id().kind());
        Object subject = due.id().kind() == RobotsTimers.DISCOVERY
                ? (Object) RobotsTimers.entryOf(due.id())
                : due.id().subject();
        return "timer %s of %s at %d".formatted(kind, subject.equals("") ? "the game" : subject, due.dueMs());
    }
}
