package dungeon.history.db;

/**
 * A database and who comes to it.
 *
 * @param url such as {@code jdbc:postgresql://127.0.0.1:5432/history}
 * @param owner the role to which tables and views belong, and that changes them
 * @param password of the owner
 * @param writer the role of the connector, which has to be there: it can add events and change none
 * @param reader the role of those who read, likewise
 */
public record DatabaseConfig(String url, String owner, String password, String writer, String reader) {
    @Override
    public String toString() {
        return "%s as %s".formatted(url, owner);
    }
}
