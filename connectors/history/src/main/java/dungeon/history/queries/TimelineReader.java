package dungeon.history.queries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.history.db.DatabaseReader;
import dungeon.history.responses.PastEvents;
import dungeon.history.responses.Robots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What happened in games that have ended. */
public final class TimelineReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String IS_OVER = "select 1 from events where game_id = :gameId::uuid and type = 'GameEnded'";

    private static final String EVENTS = """
            select game_id, sequence, time, type, command_id, player_id, remaining, payload::text as payload from events
            where game_id = :gameId::uuid and sequence >= :from order by sequence limit :limit""";

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

    public TimelineReader(DatabaseReader database) {
        this.database = database;
    }

    /**
     * The events of a game; empty if it has not ended, or never was.
     *
     * @param from the number of the first
     */
    public Optional<PastEvents> events(String gameId, long from, int limit) {
        return database.snapshot(handle -> {
            if (!isOver(handle, gameId)) {
                return Optional.empty();
            }
            return Optional.of(pageOf(
                    handle.createQuery(EVENTS)
                            .bind("gameId", gameId)
                            .bind("from", from)
                            // One more tells whether there are more.
                            .bind("limit", limit + 1)
                            .map((row, context) -> flat(row))
                            .list(),
                    limit));
        });
    }

    /** What a robot did and suffered; empty if the game has not ended, and without events if there was no such robot. */
    public Optional<PastEvents> eventsOfRobot(String gameId, String robotId, long from, int limit) {
        return database.snapshot(handle -> {
            if (!isOver(handle, gameId)) {
                return Optional.empty();
            }
            return Optional.of(pageOf(
                    handle.createQuery(EVENTS_OF_ROBOT)
                            .bind("gameId", gameId)
                            .bind("robotId", robotId)
                            .bind("from", from)
                            .bind("limit", limit + 1)
                            .map((row, context) -> flat(row))
                            .list(),
                    limit));
        });
    }

    /** The robots of a game; empty if it has not ended, or never was. */
    public Optional<Robots> robots(String gameId, String after, int limit) {
        return database.snapshot(handle -> {
            if (!isOver(handle, gameId)) {
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

    private static boolean isOver(Handle handle, String gameId) {
        return handle.createQuery(IS_OVER)
                .bind("gameId", gameId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static PastEvents pageOf(List<JsonNode> rows, int limit) {
        boolean more = rows.size() > limit;
        return new PastEvents(
                List.copyOf(more ? rows.subList(0, limit) : rows),
                more ? rows.get(limit).path("sequence").asLong() : null);
    }

    /** The envelope and the payload side by side, as everywhere else. */
    private static JsonNode flat(ResultSet row) throws SQLException {
        ObjectNode event = JSON.createObjectNode();
        event.put("gameId", UUID.fromString(row.getString("game_id")).toString());
        event.put("sequence", row.getLong("sequence"));
        event.put("time", row.getTimestamp("time").toInstant().toString());
        putIfThere(event, "commandId", row.getString("command_id"));
        putIfThere(event, "playerId", row.getString("player_id"));
        event.put("remaining", row.getInt("remaining"));
        event.put("type", row.getString("type"));
        try {
            event.setAll((ObjectNode) JSON.readTree(row.getString("payload")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload in the database is no JSON", e);
        }
        return event;
    }

    private static void putIfThere(ObjectNode event, String name, String value) {
        if (value != null) {
            event.put(name, value);
        }
    }
}
