package dungeon.history.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A worker of Kafka Connect in a process of its own.
 *
 * @param folder for its settings and its output
 * @param bootstrapServers the brokers
 * @param kafka further settings of its Kafka clients, such as {@code security.protocol}
 * @param port on which it tells the state of the connectors, on 127.0.0.1
 * @param connectors which of the connectors run
 * @param environment from which the connectors' configurations take addresses and passwords
 */
record WorkerConfig(
        Path folder,
        String bootstrapServers,
        Map<String, String> kafka,
        int port,
        List<String> connectors,
        Map<String, String> environment) {
    WorkerConfig {
        kafka = Map.copyOf(kafka);
        connectors = List.copyOf(connectors);
        environment = Map.copyOf(environment);
    }

    /** The worker asks the brokers who they are, and a sink's consumer reads; each takes the settings under names of its own. */
    private String clientSettings() {
        StringBuilder lines = new StringBuilder();
        kafka.forEach((name, value) -> lines.append("%1$s=%2$s\nconsumer.%1$s=%2$s\n".formatted(name, value)));
        return lines.toString();
    }

    /** The worker's own settings. */
    String properties(WorkerFiles files) {
        return String.join(
                "\n",
                "bootstrap.servers=" + bootstrapServers,
                "listeners=http://127.0.0.1:" + port,
                "plugin.path="
                        + String.join(
                                ",",
                                files.plugins().stream().map(Path::toString).toList()),
                "plugin.discovery=service_load",
                // Each connector names its own.
                "key.converter=org.apache.kafka.connect.storage.StringConverter",
                "value.converter=org.apache.kafka.connect.converters.ByteArrayConverter",
                // For sources, of which there is none; where sinks are is known to the broker.
                "offset.storage.file.filename=" + folder.resolve("offsets"),
                // How much is written again after a kill.
                "offset.flush.interval.ms=1000",
                // Whoever can ask the worker can have it tell the passwords of the databases.
                "rest.extension.classes=org.apache.kafka.connect.rest.basic.auth.extension.BasicAuthSecurityRestExtension",
                "config.providers=env",
                "config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider",
                clientSettings());
    }
}
