package dungeon.history.db;

import java.util.Locale;

/** The databases that connectors fill. */
public enum Database {
    /** Events of games. */
    HISTORY("game_id", "uuid"),
    /** Events of the lobby: players, map types, practice games. */
    USERS("subject", "text"),
    /** How things are in games; only filled where the state topics are. */
    STATE("game_id", "uuid");

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

    /** Whether its rows are events, and its other tables are views of them. */
    boolean hasEvents() {
        return this != STATE;
    }

    String idType() {
        return idType;
    }
}
