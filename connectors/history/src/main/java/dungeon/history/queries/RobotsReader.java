package dungeon.history.queries;

import dungeon.history.db.DatabaseReader;
import dungeon.history.responses.Robots;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What robots did in games that have ended. */
public final class RobotsReader {
    private static final String ROBOTS = """
            select robot_id, name, player_id, spawned_at, destroyed_at from robots
            where game_id = :gameId::uuid and robot_id > :after order by robot_id limit :limit""";

    private static final String EVENTS_OF_ROBOT = """
            select events.game_id, events.sequence, events.time, events.type, events.command_id, events.player_id,
                   events.remaining, events.payload::text as payload
            from (select distinct sequence from robot_timeline
                  where game_id = :gameId::uuid and robot_id = :robotId and sequence >= :from
                  order by sequence limit :limit) as mine
            join events on events.game_id = :gameId::uuid and events.sequence = mine.sequence
            order by events.sequence""";

    private final DatabaseReader database;
    private final EventsReader events;

    /**
     * A reader of a database.
     *
     * @param events reads the games' events there
     */
    public RobotsReader(DatabaseReader database, EventsReader events) {
        this.database = database;
        this.events = events;
    }

    /** What a robot did and suffered; empty if the game has not ended, and without events if there was no such robot. */
    public Optional<EventsReader.Page> eventsOfRobot(String gameId, String robotId, long from, int limit) {
        return database.snapshot(handle -> {
            if (!events.isOver(handle, gameId)) {
                return Optional.empty();
            }
            return Optional.of(events.page(
                    handle.createQuery(EVENTS_OF_ROBOT)
                            .bind("gameId", gameId)
                            .bind("robotId", robotId)
                            .bind("from", from),
                    limit));
        });
    }

    /** The robots of a game; empty if it has not ended, or never was. */
    public Optional<Robots> robots(String gameId, String after, int limit) {
        return database.snapshot(handle -> {
            if (!events.isOver(handle, gameId)) {
                return Optional.empty();
            }
            List<Robots.Life> rows = handle.createQuery(ROBOTS)
                    .bind("gameId", gameId)
                    .bind("after", after)
                    .bind("limit", limit + 1)
                    .map(ConstructorMapper.of(Robots.Life.class))
                    .list();
            boolean more = rows.size() > limit;
            List<Robots.Life> page = more ? rows.subList(0, limit) : rows;
            return Optional.of(new Robots(page, more ? page.get(limit - 1).robotId() : null));
        });
    }
}
