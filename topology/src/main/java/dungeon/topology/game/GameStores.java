package dungeon.topology.game;

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
import dungeon.schemas.state.Timer;
import dungeon.schemas.state.WaitingCommand;
import dungeon.topology.HandledCommands;
import dungeon.topology.StoreFactory;
import dungeon.topology.StoreKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The state stores of one task, from which the world of each of its games is made.
 *
 * <p>Three things are kept in Java besides, all made anew in the constructor because an abort rolls back stores and not
 * fields: the order of timers, the order of waiting commands, and what there is one of for each game and each command reads.
 */
final class GameStores {
    static final String GAMES = "games";
    static final String PROGRESS = "progress";
    static final String SECRETS = "secrets";
    static final String TILES = "tiles";
    static final String MINES = "mines";
    static final String ROBOTS = "robots";
    static final String ACCOUNTS = "accounts";
    static final String DEPOSITS = "deposits";
    static final String TIMERS = "timers";
    static final String HANDLED_COMMANDS = "handled-commands";
    static final String WAITING_COMMANDS = "waiting-commands";

    private final KeyValueStore<Bytes, Game> games;
    private final KeyValueStore<Bytes, Progress> progress;
    private final KeyValueStore<Bytes, Secret> secrets;
    private final KeyValueStore<Bytes, MapTile> tiles;
    private final KeyValueStore<Bytes, Mine> mines;
    private final KeyValueStore<Bytes, Robot> robots;
    private final KeyValueStore<Bytes, Account> accounts;
    private final KeyValueStore<Bytes, Deposits> deposits;
    private final KeyValueStore<Bytes, Timer> timers;
    private final HandledCommands handledCommands;
    private final WaitingCommands waitingCommands;
    private final TimerOrder timerOrder = new TimerOrder();
    private final Map<String, Game> gamesById = new HashMap<>();
    private final Map<String, Progress> progressByGame = new HashMap<>();

    GameStores(ProcessorContext<?, ?> context) {
        games = context.getStateStore(GAMES);
        progress = context.getStateStore(PROGRESS);
        secrets = context.getStateStore(SECRETS);
        tiles = context.getStateStore(TILES);
        mines = context.getStateStore(MINES);
        robots = context.getStateStore(ROBOTS);
        accounts = context.getStateStore(ACCOUNTS);
        deposits = context.getStateStore(DEPOSITS);
        timers = context.getStateStore(TIMERS);
        handledCommands = new HandledCommands(context.getStateStore(HANDLED_COMMANDS));
        waitingCommands = new WaitingCommands(context.getStateStore(WAITING_COMMANDS));
        try (KeyValueIterator<Bytes, Timer> all = timers.all()) {
            all.forEachRemaining(
                    entry -> timerOrder.add(StoreKeys.gameIdOf(entry.key), TimerKeys.timerOf(entry.key, entry.value)));
        }
    }

    /** The stores, for the topology. */
    static Set<StoreBuilder<?>> builders(StoreFactory factory) {
        // A list, because the order of a set differs from run to run, and the graph is compared with a file.
        return new LinkedHashSet<>(List.of(
                factory.store(GAMES, Game.class),
                factory.busyStore(PROGRESS, Progress.class),
                factory.store(SECRETS, Secret.class),
                factory.busyStore(TILES, MapTile.class),
                factory.busyStore(MINES, Mine.class),
                factory.store(ROBOTS, Robot.class),
                factory.busyStore(ACCOUNTS, Account.class),
                factory.store(DEPOSITS, Deposits.class),
                factory.store(TIMERS, Timer.class),
                HandledCommands.storeBuilder(HANDLED_COMMANDS),
                factory.store(WAITING_COMMANDS, WaitingCommand.class)));
    }

    /** The timers of all games of the task, in order. */
    TimerOrder timerOrder() {
        return timerOrder;
    }

    /** The commands that are to be decided later. */
    WaitingCommands waitingCommands() {
        return waitingCommands;
    }

    /** Lets the ids of further commands go to new records; to be called about as often as is committed. */
    void endBatches() {
        handledCommands.endBatches();
    }

    /** The world of a game; its id is a canonical UUID. */
    World worldOf(String gameId) {
        return new StoreWorld(gameId);
    }

    /**
     * The state of one game, for the time of one command. What was read once is at hand, because the rules ask for the same
     * robot, account and tiles again and again, and each read from a store decodes a record.
     */
    private final class StoreWorld implements World {
        private final String gameId;
        private final Bytes gameKey;
        private final Map<String, Robot> knownRobots = new HashMap<>();
        private final Map<String, Account> knownAccounts = new HashMap<>();
        private final Map<Integer, MapTile> knownTiles = new HashMap<>();
        private final Map<Integer, Mine> knownMines = new HashMap<>();

        StoreWorld(String gameId) {
            this.gameId = gameId;
            this.gameKey = StoreKeys.game(gameId);
        }

        @Override
        public String gameId() {
            return gameId;
        }

        @Override
        public Game game() {
            return gamesById.computeIfAbsent(gameId, id -> games.get(gameKey));
        }

        @Override
        public Progress progress() {
            return progressByGame.computeIfAbsent(gameId, id -> progress.get(gameKey));
        }

        @Override
        public Secret secret() {
            return secrets.get(gameKey);
        }

        @Override
        public MapTile tile(int x, int y) {
            return knownTiles.computeIfAbsent(place(x, y), place -> tiles.get(StoreKeys.tile(gameId, x, y)));
        }

        @Override
        public Mine mine(int x, int y) {
            return knownMines.computeIfAbsent(place(x, y), place -> mines.get(StoreKeys.tile(gameId, x, y)));
        }

        @Override
        public Robot robot(String robotId) {
            return knownRobots.computeIfAbsent(robotId, id -> robots.get(StoreKeys.entity(gameId, id)));
        }

        @Override
        public Account account(String playerId) {
            return knownAccounts.computeIfAbsent(playerId, id -> accounts.get(StoreKeys.entity(gameId, id)));
        }

        @Override
        public List<Account> accounts() {
            List<Account> all = new ArrayList<>();
            try (KeyValueIterator<Bytes, Account> scan =
                    accounts.prefixScan(gameKey.get(), new ByteArraySerializer())) {
                scan.forEachRemaining(entry -> all.add(entry.value));
            }
            return all;
        }

        @Override
        public Deposits deposits() {
            return deposits.get(gameKey);
        }

        @Override
        public DueTimer nextTimer() {
            return timerOrder.next(gameId);
        }

        @Override
        public Long handledAtMs(HandledCommand command, long nowMs) {
            return handledCommands.handledAtMs(gameKey, command);
        }

        @Override
        public void put(Game changed) {
            games.put(gameKey, changed);
            gamesById.put(gameId, changed);
        }

        @Override
        public void put(Progress changed) {
            progress.put(gameKey, changed);
            progressByGame.put(gameId, changed);
        }

        @Override
        public void put(Secret changed) {
            secrets.put(gameKey, changed);
        }

        @Override
        public void put(MapTile changed) {
            tiles.put(StoreKeys.tile(gameId, changed.getX(), changed.getY()), changed);
            knownTiles.put(place(changed.getX(), changed.getY()), changed);
        }

        @Override
        public void put(Mine changed) {
            mines.put(StoreKeys.tile(gameId, changed.getX(), changed.getY()), changed);
            knownMines.put(place(changed.getX(), changed.getY()), changed);
        }

        @Override
        public void put(Robot changed) {
            robots.put(StoreKeys.entity(gameId, changed.getRobotId()), changed);
            knownRobots.put(changed.getRobotId(), changed);
        }

        @Override
        public void put(Account changed) {
            accounts.put(StoreKeys.entity(gameId, changed.getPlayerId()), changed);
            knownAccounts.put(changed.getPlayerId(), changed);
        }

        @Override
        public void put(Deposits changed) {
            deposits.put(gameKey, changed);
        }

        @Override
        public void set(DueTimer timer) {
            timers.put(TimerKeys.keyOf(gameId, timer), timer.timer());
            timerOrder.add(gameId, timer);
        }

        @Override
        public void cancel(DueTimer timer) {
            timers.delete(TimerKeys.keyOf(gameId, timer));
            timerOrder.remove(gameId, timer);
        }

        @Override
        public void cancelTimers() {
            timerOrder.all(gameId).forEach(this::cancel);
        }

        @Override
        public void remember(HandledCommand command, long nowMs) {
            handledCommands.remember(gameKey, command, nowMs);
        }

        @Override
        public boolean removeSome(int most) {
            gamesById.remove(gameId);
            progressByGame.remove(gameId);
            knownRobots.clear();
            knownAccounts.clear();
            knownTiles.clear();
            knownMines.clear();
            // With the first piece; a deletion of what is not there would be a record in the changelog all the same.
            if (games.delete(gameKey) != null) {
                secrets.delete(gameKey);
                deposits.delete(gameKey);
            }
            int left = most;
            for (KeyValueStore<Bytes, ?> store : List.of(tiles, mines, robots, accounts)) {
                left -= removeSome(store, left);
            }
            return left == 0;
        }

        private static int place(int x, int y) {
            return y << Short.SIZE | x;
        }

        private int removeSome(KeyValueStore<Bytes, ?> store, int limit) {
            List<Bytes> keys = new ArrayList<>();
            try (KeyValueIterator<Bytes, ?> scan = store.prefixScan(gameKey.get(), new ByteArraySerializer())) {
                while (keys.size() < limit && scan.hasNext()) {
                    keys.add(scan.next().key);
                }
            }
            keys.forEach(store::delete);
            return keys.size();
        }
    }
}
