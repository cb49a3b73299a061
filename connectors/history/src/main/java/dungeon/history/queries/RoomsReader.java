package dungeon.history.queries;

import dungeon.history.db.DatabaseReader;
import dungeon.history.responses.PastRoom;
import dungeon.history.responses.PastRooms;
import dungeon.history.responses.RoomResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Rooms of tic-tac-toe that are closed. */
public final class RoomsReader {
    private static final String COLUMNS = """
            rooms.room_id, opened_at, closed_at, closing_reason, opponent, practice, invitation_only, move_ms, round_ms,
            host_id, host_name, host_wins, guest_id, guest_name, guest_wins, rounds""";

    /** From those on in which two sat, however many there are that nobody came to. */
    private static final String ALL = """
            select %s from room_events seated join rooms on rooms.room_id = seated.room_id
            where seated.type = 'PlayerSeated' and seated.room_id >= :from and seated.room_id < :before
              and opened_at >= :since and opened_at < :until and closed_at is not null
            order by seated.room_id desc limit :limit""".formatted(COLUMNS);

    private static final String OF_A_PLAYER = """
            select %s from seats mine join rooms on rooms.room_id = mine.room_id
            where mine.player_id = :playerId and mine.room_id >= :from and mine.room_id < :before
              and opened_at >= :since and opened_at < :until and closed_at is not null and guest_id is not null
            order by mine.room_id desc limit :limit""".formatted(COLUMNS);

    private static final String RESULT =
            "select %s from rooms where room_id = :roomId::uuid and closed_at is not null".formatted(COLUMNS);

    private static final String COMPLETENESS =
            "select last_sequence, complete from room_completeness where room_id = :roomId::uuid";

    private static final String ROUNDS = """
            select round, x_player_id, o_player_id, result, reason, winner_id, moves, started_at, ended_at from rounds
            where room_id = :roomId::uuid and ended_at is not null order by round""";

    private final DatabaseReader database;

    public RoomsReader(DatabaseReader database) {
        this.database = database;
    }

    /**
     * A page of rooms in which two have sat.
     *
     * @param playerId one of them; null for anybody
     * @param opened when they were opened, and which page of them
     */
    public PastRooms page(String playerId, CreationRange opened) {
        return database.query(handle -> {
            List<Row> rows = rows(handle, playerId, opened);
            boolean more = rows.size() > opened.limit();
            List<PastRoom> page =
                    rows.stream().limit(opened.limit()).map(Row::brief).toList();
            return new PastRooms(page, more ? page.get(page.size() - 1).roomId() : null);
        });
    }

    /** What came of a room; empty if it is not closed, or never was. */
    public Optional<RoomResult> result(String roomId) {
        return database.snapshot(handle -> handle.createQuery(RESULT)
                .bind("roomId", roomId)
                .map(ConstructorMapper.of(Row.class))
                .findOne()
                .map(row -> row.result(
                        handle.createQuery(COMPLETENESS)
                                .bind("roomId", roomId)
                                .map(ConstructorMapper.of(Completeness.class))
                                .one(),
                        handle.createQuery(ROUNDS)
                                .bind("roomId", roomId)
                                .map(ConstructorMapper.of(RoomResult.Round.class))
                                .list())));
    }

    private static List<Row> rows(Handle handle, String playerId, CreationRange opened) {
        try (Query query = handle.createQuery(playerId == null ? ALL : OF_A_PLAYER)) {
            opened.bind(query);
            if (playerId != null) {
                query.bind("playerId", playerId);
            }
            return query.map(ConstructorMapper.of(Row.class)).list();
        }
    }

    /** Which of its events are here. */
    public record Completeness(long lastSequence, boolean complete) {}

    /** What one query knows of a room. */
    public record Row(
            String roomId,
            Instant openedAt,
            Instant closedAt,
            String closingReason,
            String opponent,
            boolean practice,
            boolean invitationOnly,
            long moveMs,
            long roundMs,
            String hostId,
            String hostName,
            int hostWins,
            String guestId,
            String guestName,
            int guestWins,
            int rounds) {

        private List<PastRoom.Seated> players() {
            return Stream.of(
                            new PastRoom.Seated(hostId, hostName, hostWins),
                            new PastRoom.Seated(guestId, guestName, guestWins))
                    .filter(player -> player.playerId() != null)
                    .toList();
        }

        private PastRoom brief() {
            return new PastRoom(roomId, openedAt, closedAt, closingReason, opponent, practice, players(), rounds);
        }

        private RoomResult result(Completeness events, List<RoomResult.Round> played) {
            return new RoomResult(
                    roomId,
                    openedAt,
                    closedAt,
                    closingReason,
                    opponent,
                    practice,
                    invitationOnly,
                    moveMs,
                    roundMs,
                    events.lastSequence(),
                    events.complete(),
                    players(),
                    played);
        }
    }
}
