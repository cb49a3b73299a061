package dungeon.history.local;

import dungeon.history.db.Database;
import dungeon.platform.envelope.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes games into a history as a connector does, with few events each. */
final class PastGames {
    private final Sql sql;
    private final Map<String, Long> lastSequences = new HashMap<>();

    PastGames(Sql sql) {
        this.sql = sql;
    }

    /** What tells a game from others. */
    record Plan(Instant createdAt, String mapTypeId, String practiceFor, String openedBy, boolean started) {
        static Plan at(String createdAt) {
            return new Plan(Instant.parse(createdAt), null, null, null, true);
        }

        Plan on(String otherMapTypeId) {
            return new Plan(createdAt, otherMapTypeId, practiceFor, openedBy, started);
        }

        Plan forPracticeOf(String playerId) {
            return new Plan(createdAt, mapTypeId, playerId, openedBy, started);
        }

        Plan openedBy(String playerId) {
            return new Plan(createdAt, mapTypeId, practiceFor, playerId, started);
        }

        Plan neverStarted() {
            return new Plan(createdAt, mapTypeId, practiceFor, openedBy, false);
        }
    }

    /**
     * A game that has ended ten minutes after it was created.
     *
     * @param ranks of the players, such as {@code ada 1}
     */
    String ended(Plan plan, String... ranks) throws SQLException {
        String gameId = running(plan, ranks);
        List<String> standings = new ArrayList<>();
        for (String text : ranks) {
            int rank = Integer.parseInt(text.split(" ", -1)[1]);
            standings.add("""
                    {"playerId": "%s", "rank": %d, "total": %d, "mining": 1, "trading": 2, "travelling": 3, "fighting": 4,
                     "upgrading": 5, "balance": 6}""".formatted(idOf(text), rank, 100 / rank));
        }
        event(gameId, plan.createdAt().plusSeconds(600), "GameEnded", null, """
                {"reason": "TIME_UP", "standings": [%s]}""".formatted(String.join(",", standings)));
        return gameId;
    }

    /** A game that goes on. */
    String running(Plan plan, String... ranks) throws SQLException {
        String gameId = Ids.timed(plan.createdAt().toEpochMilli(), String.join(",", ranks));
        String more = (plan.mapTypeId() == null ? "" : ", \"mapTypeId\": \"%s\"".formatted(plan.mapTypeId()))
                + (plan.practiceFor() == null ? "" : ", \"practiceFor\": \"%s\"".formatted(plan.practiceFor()))
                + (plan.openedBy() == null ? "" : ", \"match\": {\"openedBy\": \"%s\"}".formatted(plan.openedBy()));
        event(gameId, plan.createdAt(), "GameCreated", null, """
                {"durationMs": 600000, "participantLimit": 4, "rulesVersion": 2%s}""".formatted(more));
        for (int i = 0; i < ranks.length; i++) {
            event(gameId, plan.createdAt().plusMillis(250), "PlayerJoined", idOf(ranks[i]), """
                    {"playerName": "%s", "number": %d}""".formatted(
                            ranks[i].split(" ", -1)[0], i));
        }
        if (plan.started()) {
            event(gameId, plan.createdAt().plusSeconds(1), "GameStarted", null, "{}");
        }
        return gameId;
    }

    void event(String gameId, Instant time, String type, String playerId, String payload) throws SQLException {
        long sequence = lastSequences.merge(gameId, 1L, Long::sum);
        EventsTable.GAMES.insert(sql, gameId, sequence, time, type, playerId, payload);
    }

    /** Leaves out a number, as if its event was not there yet. */
    void skip(String gameId) {
        lastSequences.merge(gameId, 1L, Long::sum);
    }

    void registered(String name, boolean guest) throws SQLException {
        String expires = guest ? ", \"expiresAt\": \"2026-12-01T00:00:00Z\"" : "";
        EventsTable.LOBBY.insert(
                sql,
                "player:" + name,
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                "PlayerRegistered",
                null,
                "{\"playerId\": \"%s\", \"playerName\": \"%s\"%s}".formatted(idOf(name), name, expires));
    }

    /** Something that has happened to a player's account, or to one elsewhere. */
    void identity(String subject, long sequence, Instant time, String type, String payload) throws SQLException {
        try (Connection writer = sql.as(Roles.WRITER, Database.USERS);
                PreparedStatement statement = writer.prepareStatement(
                        "insert into identity_events values (?, ?, ?, ?, null, null, 0, ?::jsonb)")) {
            statement.setString(1, subject);
            statement.setLong(2, sequence);
            statement.setTimestamp(3, Timestamp.from(time));
            statement.setString(4, type);
            statement.setString(5, payload);
            statement.executeUpdate();
        }
    }

    static String idOf(String name) {
        return Ids.nameBased(name.split(" ", -1)[0]);
    }
}
