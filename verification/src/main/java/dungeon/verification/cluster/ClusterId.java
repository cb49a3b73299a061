package dungeon.verification.cluster;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/** The id that the brokers of a cluster share. */
final class ClusterId {
    private ClusterId() {}

    /** That of a cluster that was kept, which has it in the folders of its brokers, or a new one. */
    static String in(Path brokerData) {
        Path file = brokerData.resolve("meta.properties");
        if (!Files.exists(file)) {
            return Uuid.randomUuid().toString();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
        return properties.getProperty("cluster.id");
    }
}
