package dungeon.history.local;

import dungeon.history.db.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A history on one machine.
 *
 * @param folder with all that is its own
 * @param bootstrapServers the brokers of the installation
 * @param kafka further settings of Kafka clients there, such as {@code security.protocol}
 * @param registryUrl its schema registry
 * @param postgresPort of PostgreSQL, on 127.0.0.1
 * @param workerPort of the worker's REST, on 127.0.0.1
 * @param httpPort where questions are answered, on 127.0.0.1
 * @param withState whether the state topics are there, and are brought into a database too
 */
record HistoryConfig(
        Path folder,
        String bootstrapServers,
        Map<String, String> kafka,
        String registryUrl,
        int postgresPort,
        int workerPort,
        int httpPort,
        boolean withState) {

    /** Those that there are; the last one is for state topics. */
    static final List<String> ALL_CONNECTORS = List.of("history", "rooms", "users", "identity", "state");

    /** The connectors that run. */
    List<String> connectors() {
        return withState ? ALL_CONNECTORS : ALL_CONNECTORS.subList(0, ALL_CONNECTORS.size() - 1);
    }

    /** The databases that they fill. */
    List<Database> databases() {
        return withState ? List.of(Database.values()) : List.of(Database.HISTORY, Database.USERS);
    }
}
