package dungeon.rules;

import dungeon.schemas.state.Account;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A world with changes that are not made yet. A decision works on a draft, so that whatever goes wrong in it leaves nothing
 * behind; {@link #commit} then makes all its changes, in the order in which they came up.
 */
public final class Draft implements World {
    private final World base;
    // Most decisions change records of one or two kinds, so a map is made when its first record is changed.
    private Map<String, Robot> robots = Map.of();
    private Map<String, Account> accounts = Map.of();
    private Map<At, MapTile> tiles = Map.of();
    private Map<At, Mine> mines = Map.of();
    private final List<Consumer<World>> others = new ArrayList<>();
    private Game game;
    private Progress progress;
    private Secret secret;
    private Deposits deposits;

    public Draft(World base) {
        this.base = base;
    }

    /** Makes the changes. */
    public void commit() {
        each(tiles, base::put);
        each(mines, base::put);
        each(robots, base::put);
        each(accounts, base::put);
        if (secret != null) {
            base.put(secret);
        }
        if (game != null) {
            base.put(game);
        }
        if (deposits != null) {
            base.put(deposits);
        }
        others.forEach(change -> change.accept(base));
        // Whoever reads the progress first and the rest afterwards sees at least what the progress says.
        if (progress != null) {
            base.put(progress);
        }
    }

    @Override
    public String gameId() {
        return base.gameId();
    }

    @Override
    public Game game() {
        return game != null ? game : base.game();
    }

    @Override
    public Progress progress() {
        return progress != null ? progress : base.progress();
    }

    @Override
    public Secret secret() {
        return secret != null ? secret : base.secret();
    }

    @Override
    public MapTile tile(int x, int y) {
        MapTile changed = tiles.isEmpty() ? null : tiles.get(new At(x, y));
        return changed != null ? changed : base.tile(x, y);
    }

    @Override
    public Mine mine(int x, int y) {
        Mine changed = mines.isEmpty() ? null : mines.get(new At(x, y));
        return changed != null ? changed : base.mine(x, y);
    }

    @Override
    public Robot robot(String robotId) {
        Robot changed = robots.get(robotId);
        return changed != null ? changed : base.robot(robotId);
    }

    @Override
    public Account account(String playerId) {
        Account changed = accounts.get(playerId);
        return changed != null ? changed : base.account(playerId);
    }

    @Override
    public List<Account> accounts() {
        Map<String, Account> all = new LinkedHashMap<>();
        base.accounts().forEach(account -> all.put(account.getPlayerId(), account));
        all.putAll(accounts);
        return List.copyOf(all.values());
    }

    @Override
    public Deposits deposits() {
        return deposits != null ? deposits : base.deposits();
    }

    /** Timers fire one decision at a time, each on a draft of its own, so a draft is never asked for the next one. */
    @Override
    public DueTimer nextTimer() {
        throw new IllegalStateException(
                "A draft does not know which timer is next; ask the world that it is a draft of");
    }

    @Override
    public Long handledAtMs(HandledCommand command, long nowMs) {
        return base.handledAtMs(command, nowMs);
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
        tiles = with(tiles, new At(changed.getX(), changed.getY()), changed);
    }

    @Override
    public void put(Mine changed) {
        mines = with(mines, new At(changed.getX(), changed.getY()), changed);
    }

    @Override
    public void put(Robot changed) {
        robots = with(robots, changed.getRobotId(), changed);
    }

    @Override
    public void put(Account changed) {
        accounts = with(accounts, changed.getPlayerId(), changed);
    }

    @Override
    public void put(Deposits changed) {
        deposits = changed;
    }

    @Override
    public void set(DueTimer timer) {
        others.add(world -> world.set(timer));
    }

    @Override
    public void cancel(DueTimer timer) {
        others.add(world -> world.cancel(timer));
    }

    @Override
    public void cancelTimers() {
        others.add(World::cancelTimers);
    }

    @Override
    public void remember(HandledCommand command, long nowMs) {
        others.add(world -> world.remember(command, nowMs));
    }

    /** No event makes records disappear, so a decision does not either. */
    @Override
    public boolean removeSome(int most) {
        throw new IllegalStateException("Records are removed from the world itself, not in a draft of it");
    }

    private static <K, V> Map<K, V> with(Map<K, V> changes, K key, V changed) {
        Map<K, V> some = changes.isEmpty() ? new LinkedHashMap<>() : changes;
        some.put(key, changed);
        return some;
    }

    private static <V> void each(Map<?, V> changes, Consumer<V> put) {
        if (!changes.isEmpty()) {
            changes.forEach((key, changed) -> put.accept(changed));
        }
    }
}
