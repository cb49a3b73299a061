package dungeon.history.queries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.history.db.DatabaseReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What happened in what is over, be it games or rooms. */
public final class EventsReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String IS_OVER = "select 1 from %s where %s = :id::uuid and type = '%s'";

    private static final String EVENTS = """
            select %2$s, sequence, time, type, command_id, player_id, remaining, payload::text as payload from %1$s
            where %2$s = :id::uuid and sequence >= :from order by sequence limit :limit""";

    private final DatabaseReader database;
    private final EventLog log;
    private final String isOver;
    private final String events;

    public EventsReader(DatabaseReader database, EventLog log) {
        this.database = database;
        this.log = log;
        this.isOver = IS_OVER.formatted(log.table(), log.idColumn(), log.last());
        this.events = EVENTS.formatted(log.table(), log.idColumn());
    }

    /**
     * A page of events in their order.
     *
     * @param next the number of the first event of the next page; null if there is none
     */
    public record Page(List<Object> events, Long next) {}

    /**
     * The events of a game or room; empty if it is not over, or never was.
     *
     * @param from the number of the first
     */
    public Optional<Page> events(String id, long from, int limit) {
        return database.snapshot(handle -> isOver(handle, id)
                ? Optional.of(page(handle.createQuery(events).bind("id", id).bind("from", from), limit))
                : Optional.empty());
    }

    boolean isOver(Handle handle, String id) {
        return handle.createQuery(isOver)
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What a query for events finds, whose limit this sets. */
    Page page(Query query, int limit) {
        // One more tells whether there are more.
        List<JsonNode> rows =
                query.bind("limit", limit + 1).map((row, context) -> flat(row)).list();
        boolean more = rows.size() > limit;
        return new Page(
                List.copyOf(more ? rows.subList(0, limit) : rows),
                more ? rows.get(limit).path("sequence").asLong() : null);
    }

    /** The envelope and the payload side by side, as everywhere else. */
    private JsonNode flat(ResultSet row) throws SQLException {
        ObjectNode event = JSON.createObjectNode();
        event.put(log.idField(), UUID.fromString(row.getString(log.idColumn())).toString());
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
