package dungeon.schemas.topics;

import dungeon.schemas.ecst.BankAccountSnapshot;
import dungeon.schemas.ecst.GameSnapshot;
import dungeon.schemas.ecst.MineSnapshot;
import dungeon.schemas.ecst.PlanetSnapshot;
import dungeon.schemas.ecst.PlayerSnapshot;
import dungeon.schemas.ecst.RobotSnapshot;
import dungeon.schemas.serde.AvroSerde;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topics with the state of games, of which the newest value of each key is how things are (event-carried state transfer). Keys begin with the gameId,
 * which alone chooses the partition; of a game that is purged, each key ends with a tombstone. They are there where the application is that writes them.
 */
public final class StateTopics {
    /** Games, under the key gameId. */
    public static final Topic<GameSnapshot> GAMES = topic("game", GameSnapshot.class);

    /** Players in games, under the key gameId:playerId. */
    public static final Topic<PlayerSnapshot> PLAYERS = topic("player", PlayerSnapshot.class);

    /** Accounts of players in games, under the key gameId:playerId. */
    public static final Topic<BankAccountSnapshot> BANK_ACCOUNTS = topic("bank-account", BankAccountSnapshot.class);

    /** Tiles, under the key gameId:x:y. */
    public static final Topic<PlanetSnapshot> PLANETS = topic("planet", PlanetSnapshot.class);

    /** Mines, under the key gameId:x:y. */
    public static final Topic<MineSnapshot> MINES = topic("mine", MineSnapshot.class);

    /** Robots, under the key gameId:robotId. */
    public static final Topic<RobotSnapshot> ROBOTS = topic("robot", RobotSnapshot.class);

    public static final List<Topic<?>> ALL = List.of(GAMES, PLAYERS, BANK_ACCOUNTS, PLANETS, MINES, ROBOTS);

    private StateTopics() {}

    private static <V extends SpecificRecord> Topic<V> topic(String thing, Class<V> type) {
        return new Topic<>("db.%s.ecst.v1".formatted(thing), () -> new AvroSerde<>(type), compacted());
    }

    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                // A robot has a value for each of its actions; with the broker's own segments, of a week or a gigabyte,
                // all would stay.
                TopicConfig.SEGMENT_BYTES_CONFIG,
                String.valueOf(16 * 1024 * 1024),
                TopicConfig.SEGMENT_MS_CONFIG,
                String.valueOf(60 * 60 * 1000),
                // Who keeps a copy and was away for less hears that a game is gone.
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                String.valueOf(7 * 24 * 60 * 60 * 1000L));
    }
}
