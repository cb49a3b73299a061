package dungeon.history.db;

/** The databases that connectors fill. */
public enum Database {
    /** Events of games. */
    HISTORY("history"),
    /** Events of the lobby: players, map types, practice games. */
    USERS("users");

    private final String folder;

    Database(String folder) {
        this.folder = folder;
    }

    /** Where Flyway finds its migrations, among the resources. */
    String[] migrations() {
        return new String[] {"classpath:db/common", "classpath:db/" + folder};
    }
}
