package dungeon.history.queries;

import static java.util.stream.Collectors.toMap;

import dungeon.history.db.DatabaseReader;
import dungeon.history.responses.EndedGame;
import dungeon.history.responses.EndedGames;
import dungeon.history.responses.GameResult;
import dungeon.history.responses.GameResult.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Games that have ended. */
public final class GamesReader {
    private static final String COLUMNS = """
            games.game_id, created_at, started_at, ended_at, end_reason, duration_ms, map_type_id, practice_for,
            (select count(*) from participants where participants.game_id = games.game_id) as participants
            """;

    private static final String ALL = """
            select %s from games
            where ended_at is not null and game_id >= :from and game_id < :before
              and created_at >= :since and created_at < :until
            order by game_id desc limit :limit""".formatted(COLUMNS);

    private static final String ON_A_MAP = """
            select %s from games
            where ended_at is not null and map_type_id = :mapTypeId and game_id >= :from and game_id < :before
              and created_at >= :since and created_at < :until
            order by game_id desc limit :limit""".formatted(COLUMNS);

    private static final String OF_A_PLAYER = """
            select %s from participants mine join games on games.game_id = mine.game_id
            where mine.player_id = :playerId and mine.game_id >= :from and mine.game_id < :before
              and created_at >= :since and created_at < :until
              and ended_at is not null and (:mapTypeId::text is null or map_type_id = :mapTypeId)
            order by mine.game_id desc limit :limit""".formatted(COLUMNS);

    private static final String WINNERS = """
            select game_id, player_id, player_name, total from results join games using (game_id)
            where game_id = any(:ids) and rank = 1 and started_at is not null""";

    private static final String RESULT = """
            select games.*, last_sequence, complete from games join completeness using (game_id)
            where game_id = :gameId::uuid and ended_at is not null""";

    private static final String STANDINGS = """
            select rank, player_id, player_name, total, mining, trading, travelling, fighting, upgrading, balance
            from results where game_id = :gameId::uuid order by rank, player_name""";

    private final DatabaseReader database;

    public GamesReader(DatabaseReader database) {
        this.database = database;
    }

    /** A page of games. */
    public EndedGames page(GamesFilter filter) {
        return database.snapshot(handle -> {
            List<Row> rows = rows(handle, filter);
            int limit = filter.created().limit();
            boolean more = rows.size() > limit;
            List<Row> page = more ? rows.subList(0, limit) : rows;
            Map<String, EndedGame.Winner> winners = winners(handle, page);
            return new EndedGames(
                    page.stream()
                            .map(row -> row.with(winners.get(row.gameId())))
                            .toList(),
                    more ? page.get(page.size() - 1).gameId() : null);
        });
    }

    /** How a game ended; empty if it has not, or never was. */
    public Optional<GameResult> result(String gameId) {
        return database.snapshot(handle -> {
            List<Standing> standings = handle.createQuery(STANDINGS)
                    .bind("gameId", gameId)
                    .map(ConstructorMapper.of(Standing.class))
                    .list();
            return handle.createQuery(RESULT)
                    .bind("gameId", gameId)
                    .map((row, context) -> resultOf(row, standings))
                    .findOne();
        });
    }

    private static List<Row> rows(Handle handle, GamesFilter filter) {
        String sql = filter.playerId() != null ? OF_A_PLAYER : filter.mapTypeId() != null ? ON_A_MAP : ALL;
        try (Query query = handle.createQuery(sql)) {
            filter.created().bind(query);
            if (filter.playerId() != null) {
                query.bind("playerId", filter.playerId());
            }
            if (filter.playerId() != null || filter.mapTypeId() != null) {
                query.bind("mapTypeId", filter.mapTypeId());
            }
            return query.map(ConstructorMapper.of(Row.class)).list();
        }
    }

    private static Map<String, EndedGame.Winner> winners(Handle handle, List<Row> games) {
        record Entry(String gameId, EndedGame.Winner winner) {}
        return handle
                .createQuery(WINNERS)
                .bindArray(
                        "ids",
                        UUID.class,
                        games.stream().map(row -> UUID.fromString(row.gameId())).toArray())
                .map((row, context) -> new Entry(
                        row.getString("game_id"),
                        new EndedGame.Winner(
                                row.getString("player_id"), row.getString("player_name"), row.getInt("total"))))
                .stream()
                .collect(toMap(Entry::gameId, Entry::winner));
    }

    private static GameResult resultOf(ResultSet row, List<Standing> standings) throws SQLException {
        return new GameResult(
                row.getString("game_id"),
                time(row, "created_at"),
                time(row, "started_at"),
                time(row, "ended_at"),
                time(row, "purged_at"),
                row.getString("end_reason"),
                row.getLong("duration_ms"),
                row.getInt("participant_limit"),
                row.getString("map_type_id"),
                row.getString("practice_for"),
                row.getInt("rules_version"),
                row.getLong("last_sequence"),
                row.getBoolean("complete"),
                standings);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** What one query knows of a game. */
    public record Row(
            String gameId,
            Instant createdAt,
            Instant startedAt,
            Instant endedAt,
            String endReason,
            long durationMs,
            String mapTypeId,
            String practiceFor,
            int participants) {

        private EndedGame with(EndedGame.Winner winner) {
            return new EndedGame(
                    gameId,
                    createdAt,
                    startedAt,
                    endedAt,
                    endReason,
                    durationMs,
                    mapTypeId,
                    practiceFor,
                    participants,
                    winner);
        }
    }
}
