package dungeon.history.queries;

import dungeon.history.db.DatabaseReader;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Players, from the database of the users. */
public final class PlayersReader {
    private static final String PLAYER =
            "select player_id, player_name, guest, registered_at, expired_at from players where player_id = :playerId";

    private final DatabaseReader database;

    public PlayersReader(DatabaseReader database) {
        this.database = database;
    }

    /** Who registered, and when. */
    public record Player(String playerId, String playerName, boolean guest, Instant registeredAt, Instant expiredAt) {}

    /** A player; empty if nobody registered with this id. */
    public Optional<Player> player(String playerId) {
        return database.query(handle -> handle.createQuery(PLAYER)
                .bind("playerId", playerId)
                .map(ConstructorMapper.of(Player.class))
                .findFirst());
    }
}
