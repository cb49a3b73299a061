package dungeon.history.local;

import dungeon.history.db.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** A table of events, into which a test writes as a connector does. */
enum EventsTable {
    GAMES(Database.HISTORY, "events", "uuid"),
    ROOMS(Database.HISTORY, "room_events", "uuid"),
    LOBBY(Database.USERS, "events", "text");

    private final Database database;
    private final String statement;

    EventsTable(Database database, String table, String idType) {
        this.database = database;
        this.statement = "insert into %s values (?::%s, ?, ?, ?, 'c', ?, 0, ?::jsonb) on conflict do nothing"
                .formatted(table, idType);
    }

    void insert(Sql sql, String id, long sequence, Instant time, String type, String playerId, String payload)
            throws SQLException {
        try (Connection writer = sql.as(Roles.WRITER, database);
                PreparedStatement event = writer.prepareStatement(statement)) {
            event.setString(1, id);
            event.setLong(2, sequence);
            event.setTimestamp(3, Timestamp.from(time));
            event.setString(4, type);
            event.setString(5, playerId);
            event.setString(6, payload);
            event.executeUpdate();
        }
    }
}
