package dungeon.images.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker that is also a controller, with the environment of the image {@code apache/kafka}: {@code CLUSTER_ID}, and {@code KAFKA_NODE_ID} for
 * {@code node.id}. It stands in for that image where no registry can be reached, so that the same compose.yaml runs there.
 */
public final class KafkaContainer {
    private static final String CLUSTER_ID = "CLUSTER_ID";
    private static final String PREFIX = "KAFKA_";
    /** Kafka writes it last when it formats a folder, so it is there in a whole one only. */
    private static final String FORMATTED_MARK = "meta.properties";

    private KafkaContainer() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> settings = settings(System.getenv());
        format(settings, System.getenv(CLUSTER_ID));
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    /** One underscore is a dot, two are an underscore and three are a hyphen. */
    static Map<String, String> settings(Map<String, String> environment) {
        Map<String, String> settings = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                String key = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
                settings.put(
                        key.replace("___", "-").replace("__", "\0").replace('_', '.').replace('\0', '_'), value);
            }
        });
        return settings;
    }

    private static void format(Map<String, String> settings, String clusterId) throws Exception {
        Path folder = Path.of(settings.get("log.dirs"));
        if (Files.exists(folder.resolve(FORMATTED_MARK))) {
            return;
        }
        new Formatter()
                .setNodeId(Integer.parseInt(settings.get("node.id")))
                .setClusterId(clusterId)
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(settings.get("controller.listener.names"))
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }
}
