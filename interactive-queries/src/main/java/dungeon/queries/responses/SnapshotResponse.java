package dungeon.queries.responses;

import dungeon.queries.robots.GameReader;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Gravity;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Structure;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A game's whole public state, from which one goes on with its events: those from {@code sequence + 1} on, of which a record passes over
 * what it contains already.
 */
public record SnapshotResponse(
        @Schema(description = "The last event that all of it contains; single records can contain later ones")
        long sequence,

        @Schema(description = "The server's clock when it was read")
        Instant time,

        @Schema(description = "The game") GameResponse game,
        @Schema(description = "Its map") CompactMap map,

        @Schema(description = "All robots, the destroyed ones too")
        List<RobotRecord> robots,

        @Schema(description = "All mines, the depleted ones too")
        List<MineRecord> mines,

        @Schema(description = "All participants") List<AccountRecord> accounts) {

    /** A map with one sign a tile, row by row from (0,0) on, which is the lower left corner: a large one has 40,000. */
    public record CompactMap(
            @Schema(description = "Columns") int width,
            @Schema(description = "Rows") int height,

            @Schema(description = "1 for light, 2 for medium, 3 for intense gravity")
            String gravity,

            @Schema(description = "A dot for a star system, # for a void")
            String structure,

            @Schema(description = "The star systems that hold something")
            List<TileContent> contents) {}

    /** What a star system holds. */
    public record TileContent(
            @Schema(description = "Column") int x,
            @Schema(description = "Row") int y,
            @Schema(description = "What it holds") ContentKind kind) {}

    /** A robot. */
    public record RobotRecord(
            @Schema(description = "The last event that it contains")
            long sequence,

            @Schema(description = "The robot") RobotResponse robot) {}

    /** A mine. */
    public record MineRecord(
            @Schema(description = "The last event that it contains")
            long sequence,

            @Schema(description = "The mine") MineResponse mine) {}

    /** A participant. */
    public record AccountRecord(
            @Schema(description = "The last event that it contains")
            long sequence,

            @Schema(description = "What the player has") AccountResponse account,
            @Schema(description = "The player's points") Map<ScoreCategory, Integer> points) {}

    /**
     * Reads a game.
     *
     * @throws NullPointerException if the game is leaving the views
     */
    public static SnapshotResponse of(GameReader reader, Instant now) {
        Game game = Objects.requireNonNull(reader.game(), "The game is leaving the views");
        List<Account> accounts = reader.accounts();
        return new SnapshotResponse(
                reader.sequence(),
                now,
                GameResponse.of(game, accounts),
                map(game, reader.tiles()),
                reader.robots().stream()
                        .map(robot -> robotRecord(robot, game, now))
                        .toList(),
                reader.mines().stream().map(SnapshotResponse::mineRecord).toList(),
                accounts.stream().map(SnapshotResponse::accountRecord).toList());
    }

    private static CompactMap map(Game game, List<MapTile> tiles) {
        StringBuilder gravity = new StringBuilder(tiles.size());
        StringBuilder structure = new StringBuilder(tiles.size());
        tiles.forEach(tile -> {
            gravity.append(signOf(tile.getGravity()));
            structure.append(tile.getStructure() == Structure.VOID ? '#' : '.');
        });
        List<TileContent> contents = tiles.stream()
                .filter(tile -> tile.getContent() != null)
                .map(tile -> new TileContent(tile.getX(), tile.getY(), tile.getContent()))
                .toList();
        return new CompactMap(game.getWidth(), game.getHeight(), gravity.toString(), structure.toString(), contents);
    }

    private static char signOf(Gravity gravity) {
        return switch (gravity) {
            case MEDIUM -> '2';
            case INTENSE -> '3';
            default -> '1';
        };
    }

    private static RobotRecord robotRecord(Robot robot, Game game, Instant now) {
        return new RobotRecord(robot.getSequence(), RobotResponse.of(robot, game, now));
    }

    private static MineRecord mineRecord(Mine mine) {
        return new MineRecord(mine.getSequence(), MineResponse.of(mine));
    }

    private static AccountRecord accountRecord(Account account) {
        Map<ScoreCategory, Integer> points = new EnumMap<>(ScoreCategory.class);
        points.put(ScoreCategory.MINING, account.getMining());
        points.put(ScoreCategory.TRADING, account.getTrading());
        points.put(ScoreCategory.TRAVELLING, account.getTravelling());
        points.put(ScoreCategory.FIGHTING, account.getFighting());
        points.put(ScoreCategory.UPGRADING, account.getUpgrading());
        return new AccountRecord(account.getSequence(), AccountResponse.of(account), points);
    }
}
