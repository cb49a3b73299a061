package dungeon.history.queries;

import dungeon.history.db.DatabaseReader;
import dungeon.history.responses.RankedPlayer;
import dungeon.history.responses.Ranking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The ranking across games. */
public final class RankingReader {
    private static final String STATE = "select refreshed_at, ended_games from ranking_state";

    private static final String PAGE = "select * from ranking where position > :after order by position limit :limit";

    private static final String PLAYER = "select * from ranking where player_id = :playerId";

    private final DatabaseReader database;

    public RankingReader(DatabaseReader database) {
        this.database = database;
    }

    /**
     * A player's record.
     *
     * @param asOf when it was counted
     * @param record empty if no game of the player's was counted
     */
    public record Counted(Instant asOf, Optional<RankedPlayer> record) {}

    /**
     * A page of the ranking.
     *
     * @param after the last position of the page before; 0 for the first page
     */
    public Ranking page(long after, int limit) {
        return database.snapshot(handle -> {
            State state = state(handle);
            List<RankedPlayer> rows = handle.createQuery(PAGE)
                    .bind("after", after)
                    // One more tells whether there are more.
                    .bind("limit", limit + 1)
                    .map(ConstructorMapper.of(RankedPlayer.class))
                    .list();
            boolean more = rows.size() > limit;
            List<RankedPlayer> page = more ? rows.subList(0, limit) : rows;
            return new Ranking(
                    state.refreshedAt(),
                    state.endedGames(),
                    page,
                    more ? page.get(limit - 1).position() : null);
        });
    }

    /** The record of a player. */
    public Counted of(String playerId) {
        return database.snapshot(handle -> new Counted(
                state(handle).refreshedAt(),
                handle.createQuery(PLAYER)
                        .bind("playerId", playerId)
                        .map(ConstructorMapper.of(RankedPlayer.class))
                        .findOne()));
    }

    private static State state(Handle handle) {
        return handle.createQuery(STATE).map(ConstructorMapper.of(State.class)).one();
    }

    /** Up to where it counts. */
    public record State(Instant refreshedAt, long endedGames) {}
}
