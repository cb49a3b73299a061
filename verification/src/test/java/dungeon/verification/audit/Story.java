package dungeon.verification.audit;

import dungeon.schemas.Action;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.Area;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Condition;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.ContentLayer;
import dungeon.schemas.DepositChange;
import dungeon.schemas.Detail;
import dungeon.schemas.Discovery;
import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;
import dungeon.schemas.GameStarted;
import dungeon.schemas.Gravity;
import dungeon.schemas.Levels;
import dungeon.schemas.Lot;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MapType;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Standing;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import dungeon.schemas.Upgrade;
import dungeon.schemas.UpgradePurchased;
import dungeon.verification.audit.model.Draws;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A short game written down by hand: Ann's robot mines two units, sells them and gets a larger storage. Since little is left of the
 * mine, another one appears after a while.
 */
final class Story {
    static final String GAME = id("game");
    static final String ANN = id("ann");
    static final String ROBOT = id(GAME + ":1");
    private static final long BEGIN_MS = 1_700_000_000_000L;
    private static final byte[] SEED = new byte[32];
    private static final Tile STATION = new Tile(0, 0);
    private static final Tile MINE = new Tile(1, 0);
    private static final Tile CORNER = new Tile(2, 1);
    private static final long DELAY_MS = 10_000;

    final List<Event> events = new ArrayList<>();

    Story() {
        MapType map = MapType.newBuilder()
                .setName("three by two")
                .setWidth(3)
                .setHeight(2)
                .setDefaultGravity(Gravity.LIGHT)
                .setContents(List.of(
                        new ContentLayer(only(STATION), ContentKind.SPACE_STATION, 1, null, null, null),
                        new ContentLayer(
                                only(MINE), ContentKind.MINE, 1, null, Resource.BIO_MATTER, new UnitRange(3, 3))))
                .setDiscoveries(List.of(
                        new Discovery(only(MINE, CORNER), Resource.BIO_MATTER, 500, DELAY_MS, new UnitRange(4, 4), 1),
                        new Discovery(only(CORNER), Resource.BIO_MATTER, 0, 0L, new UnitRange(1, 1), 1)))
                .build();
        String seedHash = HexFormat.of().formatHex(Draws.sha256(SEED));
        admin(
                0,
                1,
                "create",
                new GameCreated(
                        map,
                        Rules.newBuilder().build(),
                        2,
                        60_000L,
                        seedHash,
                        null,
                        id("map type"),
                        1,
                        at(86_400_000),
                        null,
                        null));
        admin(
                0,
                0,
                "create",
                new MapInstantiated(
                        3,
                        2,
                        ones(),
                        ones(),
                        List.of(
                                new Content(STATION, ContentKind.SPACE_STATION, null, null),
                                new Content(MINE, ContentKind.MINE, Resource.BIO_MATTER, 3)),
                        List.of(3L, 0L),
                        1_000_000L));
        ann(10, 0, "join", new PlayerJoined("ann", STATION, 500L, 0));
        admin(20, 0, "start", new GameStarted(at(20), at(60_020)));
        ann(100, 1, "buy", new RobotsPurchased(id(GAME + ":0"), 1, STATION, 100L, 400L, 1L));
        Levels levels = new Levels(0, 0, 0, 0, 0, 0, 0, 0);
        ann(100, 0, "buy", new RobotSpawned(ROBOT, "ann-1", condition(STATION, 20, 100, 100), levels, 2L));
        ann(
                200,
                0,
                "move",
                new RobotMoved(
                        ROBOT,
                        STATION,
                        condition(MINE, 19, 200, 2_200),
                        new Score(ScoreCategory.TRAVELLING, 1, 1, 1),
                        null));
        ann(
                300,
                0,
                "mine",
                new ActionQueued(ROBOT, new Action(ActionType.StartMining, null, null, null), 1, at(2_200)));
        ann(
                2_200,
                0,
                "mine",
                new MiningStarted(ROBOT, MINE, Resource.BIO_MATTER, at(7_200), condition(MINE, 19, 2_200, 3_200)));
        List<Detail> details = List.of(new Detail("price", "500"), new Detail("balance", "400"));
        ann(3_000, 0, "too much", new CommandRejected(RejectionCode.INSUFFICIENT_FUNDS, "no", details));
        ann(
                7_200,
                0,
                "mine",
                new ResourcesMined(
                        ROBOT,
                        MINE,
                        Resource.BIO_MATTER,
                        2,
                        0,
                        1,
                        List.of(new ResourceUnits(Resource.BIO_MATTER, 2)),
                        new Score(ScoreCategory.MINING, 2, 2, 3),
                        List.of(new DepositChange(0, 1L, 1, at(7_200 + DELAY_MS)))));
        ann(7_300, 0, "back", new RobotMoved(ROBOT, MINE, condition(STATION, 19, 7_300, 9_300), null, null));
        ann(
                9_400,
                0,
                "sell",
                new ResourcesSold(
                        ROBOT,
                        List.of(new Lot(Resource.BIO_MATTER, 2, 10L)),
                        10L,
                        410L,
                        condition(STATION, 20, 9_400, 9_900),
                        new Score(ScoreCategory.TRADING, 1, 1, 4)));
        ann(10_000, 1, "upgrade", new UpgradePurchased(id(GAME + ":2"), ROBOT, Upgrade.STORAGE, 1, 50L, 360L, 3L));
        ann(
                10_000,
                0,
                "upgrade",
                new RobotUpgraded(
                        id(GAME + ":2"),
                        ROBOT,
                        Upgrade.STORAGE,
                        1,
                        condition(STATION, 20, 10_000, 9_900),
                        new Score(ScoreCategory.UPGRADING, 10, 10, 14),
                        50L));
        add(
                17_200,
                0,
                null,
                null,
                new MineDiscovered(
                        CORNER,
                        Resource.BIO_MATTER,
                        4,
                        0,
                        List.of(new DepositChange(0, 5L, 1, null), new DepositChange(1, 4L, 0, null)),
                        1_000_002L));
        Standing ann = new Standing(ANN, 1, 14, 2, 1, 1, 0, 10, 360L);
        add(
                60_020,
                0,
                null,
                null,
                new GameEnded(EndReason.TIME_UP, HexFormat.of().formatHex(SEED), List.of(ann), at(3_660_020), null));
        add(3_660_020, 0, null, null, new GamePurged());
    }

    /** The payload of an event of the story, which can be changed. */
    <T> T payload(int sequence, Class<T> kind) {
        return kind.cast(events.get(sequence - 1).getPayload());
    }

    static Instant at(long ms) {
        return Instant.ofEpochMilli(BEGIN_MS + ms);
    }

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void admin(long ms, int remaining, String command, Object payload) {
        add(ms, remaining, id(command), null, payload);
    }

    private void ann(long ms, int remaining, String command, Object payload) {
        add(ms, remaining, id(command), ANN, payload);
    }

    private void add(long ms, int remaining, String commandId, String playerId, Object payload) {
        events.add(new Event(GAME, events.size() + 1L, at(ms), commandId, playerId, remaining, payload));
    }

    private static Condition condition(Tile tile, int energy, long asOfMs, long readyAtMs) {
        return new Condition(tile, 10, 0, energy, 0, at(asOfMs), at(readyAtMs), 0, null);
    }

    private static List<Area> only(Tile... tiles) {
        return List.of(new Area(false, List.of(tiles), null, null, null));
    }

    private static ByteBuffer ones() {
        return ByteBuffer.wrap(new byte[] {1, 1, 1, 1, 1, 1});
    }
}
