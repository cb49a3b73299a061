package dungeon.rules;

import dungeon.schemas.state.Account;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** A world that keeps what each of its records was after each event, as stores that survive a halt at different points. */
final class WorldOfVersions implements World {
    private final InMemoryWorld newest;
    private final Map<String, TreeMap<Integer, SpecificRecord>> versionsByKey = new LinkedHashMap<>();
    private int folded;

    WorldOfVersions(String gameId) {
        newest = new InMemoryWorld(gameId);
    }

    /** Says that one more event was folded. */
    void nextVersion() {
        folded++;
    }

    /** A world in which each record is as it was after some number of events, but no fewer than some. */
    InMemoryWorld mixed(int atLeast, Random random) {
        InMemoryWorld mixed = new InMemoryWorld(newest.gameId());
        for (TreeMap<Integer, SpecificRecord> versions : versionsByKey.values()) {
            int events = atLeast + random.nextInt(folded - atLeast + 1);
            // Version n was put by the event with the index n, so after n events it is not there yet.
            Map.Entry<Integer, SpecificRecord> version = versions.lowerEntry(events);
            if (version != null) {
                put(mixed, version.getValue());
            }
        }
        return mixed;
    }

    private static void put(World world, SpecificRecord value) {
        if (value instanceof Game game) {
            world.put(game);
        } else if (value instanceof Progress progress) {
            world.put(progress);
        } else if (value instanceof MapTile tile) {
            world.put(tile);
        } else if (value instanceof Mine mine) {
            world.put(mine);
        } else if (value instanceof Robot robot) {
            world.put(robot);
        } else if (value instanceof Deposits deposits) {
            world.put(deposits);
        } else {
            world.put((Account) value);
        }
    }

    private void keep(String key, SpecificRecord value) {
        versionsByKey.computeIfAbsent(key, any -> new TreeMap<>()).put(folded, value);
        put(newest, value);
    }

    @Override
    public String gameId() {
        return newest.gameId();
    }

    @Override
    public Game game() {
        return newest.game();
    }

    @Override
    public Progress progress() {
        return newest.progress();
    }

    @Override
    public Secret secret() {
        throw new IllegalStateException("A fold asks for no secret");
    }

    @Override
    public MapTile tile(int x, int y) {
        return newest.tile(x, y);
    }

    @Override
    public Mine mine(int x, int y) {
        return newest.mine(x, y);
    }

    @Override
    public Robot robot(String robotId) {
        return newest.robot(robotId);
    }

    @Override
    public Account account(String playerId) {
        return newest.account(playerId);
    }

    @Override
    public List<Account> accounts() {
        return newest.accounts();
    }

    @Override
    public Deposits deposits() {
        return newest.deposits();
    }

    @Override
    public void put(Deposits changed) {
        keep("deposits", changed);
    }

    @Override
    public boolean removeSome(int most) {
        throw new IllegalStateException("A fold removes nothing");
    }

    @Override
    public DueTimer nextTimer() {
        throw new IllegalStateException("A fold asks for no timer");
    }

    @Override
    public Long handledAtMs(HandledCommand command, long nowMs) {
        throw new IllegalStateException("A fold asks for no command");
    }

    @Override
    public void put(Game changed) {
        keep("game", changed);
    }

    @Override
    public void put(Progress changed) {
        keep("progress", changed);
    }

    @Override
    public void put(Secret changed) {
        throw new IllegalStateException("No event gives a secret away");
    }

    @Override
    public void put(MapTile changed) {
        keep("tile %d %d".formatted(changed.getX(), changed.getY()), changed);
    }

    @Override
    public void put(Mine changed) {
        keep("mine %d %d".formatted(changed.getX(), changed.getY()), changed);
    }

    @Override
    public void put(Robot changed) {
        keep(changed.getRobotId(), changed);
    }

    @Override
    public void put(Account changed) {
        keep(changed.getPlayerId(), changed);
    }

    @Override
    public void set(DueTimer timer) {
        newest.set(timer);
    }

    @Override
    public void cancel(DueTimer timer) {
        newest.cancel(timer);
    }

    @Override
    public void cancelTimers() {
        newest.cancelTimers();
    }

    @Override
    public void remember(HandledCommand command, long nowMs) {
        throw new IllegalStateException("A fold remembers no command");
    }
}
