package dungeon.history.db;

import java.util.Locale;

/** The databases that connectors fill. */
public enum Database {
    /** Events of games. */
    HISTORY("game_id", "uuid"),
    /** Events of the lobby: players, map types, practice games. */
    USERS("subject", "text");

    private final String idColumn;
    private final String idType;

    Database(String idColumn, String idType) {
        this.idColumn = idColumn;
        this.idType = idType;
    }

    /** What PostgreSQL calls it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column with the id of what an event is about. */
    String idColumn() {
        return idColumn;
    }

    String idType() {
        return idType;
    }
}
