package dungeon.history.queries;

import dungeon.history.db.DatabaseReader;
import dungeon.history.responses.PersonalData.AccountEvent;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What is kept about who a player is, from the database of the users. */
public final class PersonalDataReader {
    /** Whoever signs in or takes tokens back more often than that within 400 days sees the newest. */
    static final int EVENTS_MAXIMUM = 1_000;

    /** An account elsewhere is found by the player it was linked to, and the player's own account by its subject. */
    private static final String ACCOUNT = """
            select type, time from identity_events where payload ->> 'playerId' = :playerId
            union all
            select type, time from identity_events where subject = 'account:' || :playerId
            order by time desc, type limit :maximum""";

    private final DatabaseReader database;

    public PersonalDataReader(DatabaseReader database) {
        this.database = database;
    }

    /** What has happened to a player's account, the newest first. */
    public List<AccountEvent> account(String playerId) {
        return database.query(handle -> handle.createQuery(ACCOUNT)
                .bind("playerId", playerId)
                .bind("maximum", EVENTS_MAXIMUM)
                .map(ConstructorMapper.of(AccountEvent.class))
                .list());
    }
}
