package dungeon.rules;

import dungeon.schemas.state.Account;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** A world in plain collections: for replays, audits and tests. Two of them are equal when their games are. */
public final class InMemoryWorld implements World {
    private final String gameId;
    private final Map<At, MapTile> tiles = new HashMap<>();
    private final Map<At, Mine> mines = new HashMap<>();
    private final Map<String, Robot> robots = new HashMap<>();
    private final Map<String, Account> accounts = new TreeMap<>();
    private final TreeSet<DueTimer> timers = new TreeSet<>();
    private final Map<HandledCommand, Long> handled = new HashMap<>();
    private Game game;
    private Progress progress;
    private Secret secret;
    private Deposits deposits;

    public InMemoryWorld(String gameId) {
        this.gameId = gameId;
    }

    /** All robots, the destroyed ones too, by id. */
    public List<Robot> robots() {
        return robots.values().stream()
                .sorted(Comparator.comparing(Robot::getRobotId))
                .toList();
    }

    /** All timers, the next one first. */
    public List<DueTimer> timers() {
        return List.copyOf(timers);
    }

    @Override
    public String gameId() {
        return gameId;
    }

    @Override
    public Game game() {
        return game;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Secret secret() {
        return secret;
    }

    @Override
    public MapTile tile(int x, int y) {
        return tiles.get(new At(x, y));
    }

    @Override
    public Mine mine(int x, int y) {
        return mines.get(new At(x, y));
    }

    @Override
    public Robot robot(String robotId) {
        return robots.get(robotId);
    }

    @Override
    public Account account(String playerId) {
        return accounts.get(playerId);
    }

    @Override
    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public Deposits deposits() {
        return deposits;
    }

    @Override
    public DueTimer nextTimer() {
        return timers.isEmpty() ? null : timers.first();
    }

    @Override
    public Long handledAtMs(HandledCommand command, long nowMs) {
        return handled.get(command);
    }

    @Override
    public void put(Game changed) {
        game = changed;
    }

    @Override
    public void put(Progress changed) {
        progress = changed;
    }

    @Override
    public void put(Secret changed) {
        secret = changed;
    }

    @Override
    public void put(MapTile changed) {
        tiles.put(new At(changed.getX(), changed.getY()), changed);
    }

    @Override
    public void put(Mine changed) {
        mines.put(new At(changed.getX(), changed.getY()), changed);
    }

    @Override
    public void put(Robot changed) {
        robots.put(changed.getRobotId(), changed);
    }

    @Override
    public void put(Account changed) {
        accounts.put(changed.getPlayerId(), changed);
    }

    @Override
    public void put(Deposits changed) {
        deposits = changed;
    }

    @Override
    public void set(DueTimer timer) {
        timers.add(timer);
    }

    @Override
    public void cancel(DueTimer timer) {
        timers.remove(timer);
    }

    @Override
    public void cancelTimers() {
        timers.clear();
    }

    @Override
    public void remember(HandledCommand command, long nowMs) {
        handled.put(command, nowMs);
    }

    @Override
    public boolean removeSome(int most) {
        game = null;
        secret = null;
        deposits = null;
        int left = most;
        for (Map<?, ?> records : List.of(tiles, mines, robots, accounts)) {
            List<?> removed = records.keySet().stream().limit(left).toList();
            records.keySet().removeAll(removed);
            left -= removed.size();
        }
        return left == 0;
    }

    /** Compares what a fold of the events gives: all but the secret and the remembered commands. */
    @Override
    public boolean equals(Object other) {
        return other instanceof InMemoryWorld that
                && gameId.equals(that.gameId)
                && Objects.equals(game, that.game)
                && Objects.equals(progress, that.progress)
                && tiles.equals(that.tiles)
                && mines.equals(that.mines)
                && robots.equals(that.robots)
                && accounts.equals(that.accounts)
                && Objects.equals(deposits, that.deposits)
                && timers.equals(that.timers);
    }

    @Override
    public int hashCode() {
        return gameId.hashCode();
    }

    @Override
    public String toString() {
        return "game %s with %d robots and %d timers: %s, %s"
                .formatted(gameId, robots.size(), timers.size(), game, progress);
    }
}
