package dungeon.history.local;

import dungeon.platform.envelope.Ids;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A room of tic-tac-toe, whose events a test writes into a history; each is a second after the one before. */
final class WrittenRoom {
    private final Sql sql;
    private final String roomId;
    private final List<String> players = new ArrayList<>();
    private Instant time;
    private long sequence;
    private int round;

    private WrittenRoom(Sql sql, String roomId, Instant openedAt) {
        this.sql = sql;
        this.roomId = roomId;
        this.time = openedAt;
    }

    /**
     * A room in which somebody waits.
     *
     * @param opponent for whom, such as PERSON
     */
    static WrittenRoom opened(Sql sql, String openedAt, String host, String opponent) throws SQLException {
        Instant time = Instant.parse(openedAt);
        WrittenRoom room = new WrittenRoom(sql, Ids.timed(time.toEpochMilli(), host + openedAt), time);
        room.players.add(host);
        room.happened("RoomCreated", host, """
                {"player": %s, "plan": {"opponent": "%s", "mark": "X", "moveMs": 30000, "roundMs": 180000},
                 "expiresAt": "%s"}""".formatted(player(host), opponent, time.plusSeconds(600)));
        return room;
    }

    String roomId() {
        return roomId;
    }

    WrittenRoom joined(String guest) throws SQLException {
        players.add(guest);
        return happened("PlayerSeated", guest, "{\"player\": %s}".formatted(player(guest)));
    }

    /** A round in which the one who waited plays X and wins. */
    WrittenRoom wonByHost(int moves) throws SQLException {
        return round(moves, "X_WON", moves < 5 ? "RESIGNED" : "LINE", players.get(0));
    }

    WrittenRoom wonByGuest(int moves) throws SQLException {
        return round(moves, "O_WON", moves < 5 ? "RESIGNED" : "LINE", players.get(1));
    }

    WrittenRoom drawn() throws SQLException {
        return round(9, "DRAW", "BOARD_FULL", null);
    }

    /** The beginning of a round, and marks in it. */
    WrittenRoom begun(int moves) throws SQLException {
        round++;
        happened("RoundStarted", null, """
                {"round": %d, "xPlayerId": "%s", "oPlayerId": "%s", "remainingMs": 180000, "deadline": "%s"}""".formatted(
                        round, PastGames.idOf(players.get(0)), PastGames.idOf(players.get(1)), time.plusSeconds(30)));
        for (int move = 1; move <= moves; move++) {
            happened("MarkPlaced", players.get((move + 1) % 2), """
                    {"round": %d, "move": %d, "mark": "%s", "cell": %d, "remainingMs": 1}""".formatted(
                            round, move, move % 2 == 1 ? "X" : "O", move - 1));
        }
        return this;
    }

    WrittenRoom closed(String reason) throws SQLException {
        return happened("RoomClosed", null, "{\"reason\": \"%s\"}".formatted(reason));
    }

    /** Leaves out a number, as if its event was not there yet. */
    WrittenRoom skip() {
        sequence++;
        return this;
    }

    private WrittenRoom round(int moves, String result, String reason, String winner) throws SQLException {
        begun(moves);
        return happened("RoundEnded", null, """
                {"round": %d, "result": "%s", "reason": "%s"%s, "line": [], "wins": [0, 0], "closesAt": "%s"}""".formatted(
                        round,
                        result,
                        reason,
                        winner == null ? "" : ", \"winnerId\": \"%s\"".formatted(PastGames.idOf(winner)),
                        time.plusSeconds(120)));
    }

    private WrittenRoom happened(String type, String player, String payload) throws SQLException {
        sequence++;
        EventsTable.ROOMS.insert(
                sql, roomId, sequence, time, type, player == null ? null : PastGames.idOf(player), payload);
        time = time.plusSeconds(1);
        return this;
    }

    private static String player(String name) {
        return "{\"playerId\": \"%s\", \"playerName\": \"%s\"}".formatted(PastGames.idOf(name), name);
    }
}
