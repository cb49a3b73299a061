package dungeon.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Writes the events of a log into a file. */
public final class LogExport {
    private final EventLog log;

    /**
     * Of the log of an installation that is up.
     *
     * @param clientConfig how to reach the brokers and the registry
     */
    public LogExport(Map<String, Object> clientConfig) {
        log = new EventLog(clientConfig);
    }

    /**
     * Writes all committed events up to now, and says how many these were; no file if there were none.
     *
     * @param gameId whose events; empty for those of all games
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    public long writeParquet(Optional<String> gameId, Path file) throws IOException, SQLException {
        try (ParquetFile parquet = ParquetFile.create(file)) {
            if (gameId.isPresent()) {
                log.readGame(gameId.get(), parquet::add);
            } else {
                log.readAll(parquet::add);
            }
            return parquet.finish();
        }
    }
}
