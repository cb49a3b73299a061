package dungeon.history.local;

import java.nio.file.Path;

/**
 * A history on one machine.
 *
 * @param folder with all that is its own
 * @param bootstrapServers the brokers of the installation
 * @param registryUrl its schema registry
 * @param postgresPort of PostgreSQL, on 127.0.0.1
 * @param workerPort of the worker's REST, on 127.0.0.1
 * @param httpPort where questions are answered, on 127.0.0.1
 */
record HistoryConfig(
        Path folder, String bootstrapServers, String registryUrl, int postgresPort, int workerPort, int httpPort) {}
