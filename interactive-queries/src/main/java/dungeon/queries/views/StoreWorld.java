package dungeon.queries.views;

import dungeon.rules.DueTimer;
import dungeon.rules.HandledCommand;
import dungeon.rules.World;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The state of one game in the stores of the read side. Timers, the seed and the remembered commands belong to the write
 * side; what the fold says of them is dropped here.
 */
final class StoreWorld implements World {
    private final ViewStores stores;
    private final String gameId;

    StoreWorld(ViewStores stores, String gameId) {
        this.stores = stores;
        this.gameId = gameId;
    }

    @Override
    public String gameId() {
        return gameId;
    }

    @Override
    public Game game() {
        return stores.games().get(StoreKeys.game(gameId));
    }

    @Override
    public Progress progress() {
        return stores.progress().get(StoreKeys.game(gameId));
    }

    @Override
    public MapTile tile(int x, int y) {
        return stores.tiles().get(StoreKeys.tile(gameId, x, y));
    }

    @Override
    public Mine mine(int x, int y) {
        return stores.mines().get(StoreKeys.tile(gameId, x, y));
    }

    @Override
    public Robot robot(String robotId) {
        return stores.robots().get(StoreKeys.member(gameId, robotId));
    }

    @Override
    public Account account(String playerId) {
        return stores.accounts().get(StoreKeys.member(gameId, playerId));
    }

    @Override
    public List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        try (KeyValueIterator<Bytes, Account> found =
                stores.accounts().prefixScan(StoreKeys.game(gameId), new BytesSerializer())) {
            found.forEachRemaining(entry -> accounts.add(entry.value));
        }
        return accounts;
    }

    @Override
    public void put(Game game) {
        stores.games().put(StoreKeys.game(gameId), game);
    }

    @Override
    public void put(Progress progress) {
        stores.progress().put(StoreKeys.game(gameId), progress);
    }

    @Override
    public void put(MapTile tile) {
        stores.tiles().put(StoreKeys.tile(gameId, tile.getX(), tile.getY()), tile);
    }

    @Override
    public void put(Mine mine) {
        stores.mines().put(StoreKeys.tile(gameId, mine.getX(), mine.getY()), mine);
    }

    @Override
    public void put(Robot robot) {
        stores.robots().put(StoreKeys.member(gameId, robot.getRobotId()), robot);
    }

    @Override
    public void put(Account account) {
        stores.accounts().put(StoreKeys.member(gameId, account.getPlayerId()), account);
    }

    @Override
    public Deposits deposits() {
        return null;
    }

    @Override
    public void put(Deposits deposits) {
        // Only the write side lets mines appear.
    }

    @Override
    public Secret secret() {
        throw onlyOnWriteSide();
    }

    @Override
    public DueTimer nextTimer() {
        throw onlyOnWriteSide();
    }

    @Override
    public Long handledAtMs(HandledCommand command, long nowMs) {
        throw onlyOnWriteSide();
    }

    @Override
    public void put(Secret secret) {
        throw onlyOnWriteSide();
    }

    @Override
    public void set(DueTimer timer) {
        // Nothing fires on the read side; when it is due is in the robot's or the game's record.
    }

    @Override
    public void cancel(DueTimer timer) {
        // As above.
    }

    @Override
    public void cancelTimers() {
        // As above.
    }

    @Override
    public void remember(HandledCommand command, long nowMs) {
        throw onlyOnWriteSide();
    }

    @Override
    public boolean removeSome(int most) {
        throw onlyOnWriteSide();
    }

    private static UnsupportedOperationException onlyOnWriteSide() {
        return new UnsupportedOperationException("Only the write side decides, and only a decision asks for this");
    }
}
