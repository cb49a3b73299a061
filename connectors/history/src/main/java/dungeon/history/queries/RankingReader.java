package dungeon.history.queries;

import dungeon.history.db.DatabaseReader;
import dungeon.history.db.RankingRefresh;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * A ranking, as it was counted last.
 *
 * @param <R> a player in it
 */
public final class RankingReader<R> {
    private static final String STATE = "select refreshed_at, %s as ended from %s";

    private static final String PAGE = "select * from %s where position > :after order by position limit :limit";

    private static final String PLAYER = "select * from %s where player_id = :playerId";

    private final DatabaseReader database;
    private final Class<R> type;
    private final String state;
    private final String page;
    private final String player;

    /**
     * A reader of a ranking.
     *
     * @param type a player in it, whose parts are the columns
     */
    public RankingReader(DatabaseReader database, RankingRefresh.Ranking ranking, Class<R> type) {
        this.database = database;
        this.type = type;
        this.state = STATE.formatted(ranking.counted(), ranking.state());
        this.page = PAGE.formatted(ranking.view());
        this.player = PLAYER.formatted(ranking.view());
    }

    /**
     * A player's record.
     *
     * @param asOf when it was counted
     * @param record empty if nothing of the player's was counted
     */
    public record Counted<R>(Instant asOf, Optional<R> record) {}

    /**
     * A page of the ranking.
     *
     * @param asOf when it was counted
     * @param ended how many games or rooms had ended then
     * @param players best first
     * @param next the last position of this page; null if it is the last page
     */
    public record Page<R>(Instant asOf, long ended, List<R> players, Long next) {}

    /** Up to where it counts. */
    public record State(Instant refreshedAt, long ended) {}

    /**
     * A page.
     *
     * @param after the last position of the page before; 0 for the first page
     */
    public Page<R> page(long after, int limit) {
        return database.snapshot(handle -> {
            State counted = state(handle);
            List<R> rows = handle.createQuery(page)
                    .bind("after", after)
                    // One more tells whether there are more.
                    .bind("limit", limit + 1)
                    .map(ConstructorMapper.of(type))
                    .list();
            boolean more = rows.size() > limit;
            return new Page<>(
                    counted.refreshedAt(),
                    counted.ended(),
                    more ? rows.subList(0, limit) : rows,
                    // Positions have no gap.
                    more ? after + limit : null);
        });
    }

    /** The record of a player. */
    public Counted<R> of(String playerId) {
        return database.snapshot(handle -> new Counted<>(
                state(handle).refreshedAt(),
                handle.createQuery(player)
                        .bind("playerId", playerId)
                        .map(ConstructorMapper.of(type))
                        .findOne()));
    }

    private State state(Handle handle) {
        return handle.createQuery(state).map(ConstructorMapper.of(State.class)).one();
    }
}
