package dungeon.benchmarks.micro;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.Area;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Gravity;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MapType;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.topics.LobbySubjects;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Makes logs of games with many robots in which each order runs at once: actions take neither energy nor a cooldown, and
 * everybody can pay for everything. All robots begin at the same space station; east of it is a mine that nobody can
 * exhaust.
 */
final class Fleet {
    private static final long START_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final int RECORD_BYTES = 200;
    private static final int PLENTY = 1_000_000;
    private static final int SEED_BYTES = 32;
    private static final int LEVELS = 6;

    /** A robot of one of the games, and the one that comes after it in the same game. */
    record Place(int game, int player, String robotId, String nextRobotId) {}

    private final int games;
    private final int players;
    private final int robotsPerPlayer;
    private final List<String> gameIds = new ArrayList<>();
    private final List<Principal> callers = new ArrayList<>();
    private final List<CommandLog.Sent> log = new ArrayList<>();
    private int measuredFrom;

    /**
     * Begins the games, and buys the robots.
     *
     * @param players in each game, up to 100
     * @param robotsPerPlayer in each game, up to 100; 0 for none
     */
    Fleet(int games, int players, int robotsPerPlayer) {
        this.games = games;
        this.players = players;
        this.robotsPerPlayer = robotsPerPlayer;
        for (int game = 0; game < games; game++) {
            gameIds.add(Ids.timed(START_MS, "fleet:" + game));
        }
        for (int player = 0; player < players; player++) {
            String name = "player-" + player;
            callers.add(Principal.player(LobbySubjects.playerId(name), name));
        }
        CreateGame create = new CreateGame(
                map(),
                rules(),
                players,
                Duration.ofHours(24).toMillis(),
                ByteBuffer.allocate(SEED_BYTES),
                null,
                null,
                null,
                null);
        eachGame(game -> send(game, Principal.administrator(), create));
        eachPlayer((game, caller) -> new JoinGame(caller.name()));
        eachGame(game -> send(game, Principal.administrator(), new StartGame()));
        if (robotsPerPlayer > 0) {
            eachPlayer((game, caller) -> new BuyRobots(robotsPerPlayer, null));
        }
    }

    /** What comes from here on is measured. */
    Fleet measureFromHere() {
        measuredFrom = log.size();
        return this;
    }

    /** Lets each robot be given an order, going round the games. */
    Fleet eachRobot(Function<Place, SpecificRecord> order) {
        int robots = players * robotsPerPlayer;
        for (int n = 0; n < robots; n++) {
            for (int game = 0; game < games; game++) {
                Place place = new Place(game, n / robotsPerPlayer, robotId(game, n), robotId(game, (n + 1) % robots));
                send(game, callers.get(place.player()), order.apply(place));
            }
        }
        return this;
    }

    interface PlayersOrder {
        SpecificRecord of(int game, Principal player);
    }

    /** Lets each player give an order, going round the games. */
    Fleet eachPlayer(PlayersOrder order) {
        for (Principal caller : callers) {
            eachGame(game -> send(game, caller, order.of(game, caller)));
        }
        return this;
    }

    /**
     * The log as it is now, with so many measured commands.
     *
     * @throws IllegalStateException if there are fewer
     */
    CommandLog log(int measured) {
        if (log.size() < measuredFrom + measured) {
            throw new IllegalStateException(
                    "%d commands are to be measured, and there are %d".formatted(measured, log.size() - measuredFrom));
        }
        return new CommandLog(
                gameIds,
                List.copyOf(log.subList(0, measuredFrom)),
                List.copyOf(log.subList(measuredFrom, measuredFrom + measured)));
    }

    /** The rules give out ids in turn: to a voucher, then to its robots. */
    private String robotId(int game, int n) {
        int voucher = n / robotsPerPlayer * (robotsPerPlayer + 1);
        return Ids.numbered(gameIds.get(game), voucher + 1L + n % robotsPerPlayer);
    }

    private void eachGame(IntConsumer action) {
        for (int game = 0; game < games; game++) {
            action.accept(game);
        }
    }

    private void send(int game, Principal caller, SpecificRecord payload) {
        long timeMs = START_MS + log.size();
        String commandId = Ids.nameBased("command:" + log.size());
        Command command =
                new Command(commandId, Instant.ofEpochMilli(timeMs), gameIds.get(game), caller.playerId(), payload);
        log.add(new CommandLog.Sent(game, command, new CommandMetadata(caller, timeMs, RECORD_BYTES)));
    }

    private static Rules rules() {
        return Rules.newBuilder()
                .setInitialCredits(Integer.MAX_VALUE / 4)
                .setMoveEnergy(List.of(0, 0, 0))
                .setAttackEnergy(levels(0))
                .setMiningEnergy(levels(0))
                .setMoveCooldownMs(0)
                .setAttackCooldownMs(0)
                .setMiningCooldownMs(0)
                .setSellCooldownMs(0)
                .setMiningProcessMs(1)
                .setStorage(levels(PLENTY))
                .setHealth(levels(PLENTY))
                .build();
    }

    private static List<Integer> levels(int value) {
        return Collections.nCopies(LEVELS, value);
    }

    private static MapType map() {
        List<ContentLayer> contents = List.of(
                new ContentLayer(at(0, 0), ContentKind.SPACE_STATION, 1, null, null, null),
                new ContentLayer(
                        at(1, 0), ContentKind.MINE, 1, null, Resource.BIO_MATTER, new UnitRange(PLENTY, PLENTY)));
        return new MapType("fleet", "", 10, 10, Gravity.LIGHT, 500, List.of(), List.of(), contents, List.of());
    }

    private static List<Area> at(int x, int y) {
        return List.of(new Area(false, List.of(new Tile(x, y)), null, null, null));
    }
}
