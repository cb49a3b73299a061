package dungeon.robots;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.state.InMemoryState;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Progress;
import dungeon.robots.state.RobotsState;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Robot;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * One game in memory, with the rules that decide on it: for replays, audits, simulations and matches in virtual time. Two are equal
 * when their states are, but for what no event tells.
 */
public final class InMemoryGame {
    private final InMemoryAggregate<Command, Event> aggregate;
    private final RobotsState state;

    /** A game to which nothing has happened yet. */
    public InMemoryGame(String gameId) {
        aggregate = RobotsContext.inMemory(gameId);
        state = new RobotsState(aggregate.state());
    }

    /** Decides a command, after the timers that are due before it. */
    public void handle(Command command, CommandMetadata metadata, Consumer<List<Event>> publish) {
        aggregate.handle(command, metadata, publish);
    }

    /** Folds an event that follows those that were folded before. */
    public void fold(Event event) {
        aggregate.fold(event);
    }

    /** All of its records and timers. */
    public InMemoryState records() {
        return aggregate.state();
    }

    public String gameId() {
        return state.gameId();
    }

    /** Null before the game is created, and once it is purged. */
    public Game game() {
        return state.game();
    }

    /** Null before anything has happened. */
    public Progress progress() {
        return aggregate.state().progress();
    }

    public MapTile tile(int x, int y) {
        return state.tile(x, y);
    }

    public Robot robot(String robotId) {
        return state.robot(robotId);
    }

    /** All robots, the destroyed ones too, by id. */
    public List<Robot> robots() {
        return aggregate.state().all(RobotsTables.ROBOTS).stream()
                .sorted(Comparator.comparing(Robot::getRobotId))
                .toList();
    }

    public Account account(String playerId) {
        return state.account(playerId);
    }

    /** All participants, in no particular order. */
    public List<Account> accounts() {
        return state.accounts();
    }

    /** All timers, the next one first. */
    public List<DueTimer> timers() {
        return aggregate.state().timers().all();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InMemoryGame that && aggregate.state().equals(that.aggregate.state());
    }

    @Override
    public int hashCode() {
        return aggregate.state().hashCode();
    }

    @Override
    public String toString() {
        return aggregate.state().toString();
    }
}
