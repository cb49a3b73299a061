package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The connectors of a cluster are those of one machine. */
class ClusterConnectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "k8s/kafka/connect/connectors.yaml";
    private static final List<String> CONNECTORS = HistoryConfig.ALL_CONNECTORS;
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:(\\w+)}");

    @Test
    void theirFileIsWhatTheConfigurationsSay() throws IOException {
        String expected = yaml();
        if (Boolean.getBoolean("connectors.write")) {
            Files.writeString(ClusterFiles.path(FILE), expected);
        }
        assertThat(ClusterFiles.path(FILE)).hasContent(expected);
    }

    /** Read back as the operator tells a worker, so that it is not only the same text. */
    @Test
    void aWorkerIsToldWhatItIsToldOnOneMachine() throws IOException {
        for (String connector : CONNECTORS) {
            Map<String, String> expected = new TreeMap<>();
            configuration(connector)
                    .properties()
                    .forEach(setting ->
                            expected.put(setting.getKey(), setting.getValue().asText()));
            assertThat(Connectors.ofCluster().get(connector)).as(connector).isEqualTo(expected);
        }
    }

    @Test
    void theirWorkersHaveWhatTheyTakeFromTheEnvironment() throws IOException {
        TreeSet<String> wanted = new TreeSet<>();
        for (String connector : CONNECTORS) {
            ENVIRONMENT
                    .matcher(configuration(connector).toString())
                    .results()
                    .forEach(name -> wanted.add(name.group(1)));
        }
        List<String> given =
                ClusterFiles.list(
                                ClusterFiles.one("k8s/kafka/connect/connect.yaml"),
                                "spec.template.connectContainer.env")
                        .stream()
                        .map(variable -> variable.get("name").toString())
                        .toList();
        assertThat(given).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static String yaml() throws IOException {
        StringBuilder yaml = new StringBuilder(
                "# Made from connectors/configs, by ClusterConnectorsTest: -Dconnectors.write=true writes it anew, and what differs fails there.\n");
        for (String connector : CONNECTORS) {
            JsonNode config = configuration(connector);
            yaml.append("""
                    ---
                    apiVersion: kafka.strimzi.io/v1
                    kind: KafkaConnector
                    metadata:
                      name: %s
                      labels:
                        app.kubernetes.io/part-of: dungeon
                        strimzi.io/cluster: dungeon
                    spec:
                      class: %s
                      tasksMax: %s
                      # A task fails when its database is away; what it has not written it writes then.
                      autoRestart:
                        enabled: true
                      config:
                    """.formatted(
                            connector,
                            config.path("connector.class").asText(),
                            config.path("tasks.max").asText()));
            config.properties().forEach(setting -> {
                if (!setting.getKey().equals("connector.class")
                        && !setting.getKey().equals("tasks.max")) {
                    yaml.append("    %s: \"%s\"\n"
                            .formatted(setting.getKey(), setting.getValue().asText()));
                }
            });
        }
        return yaml.toString();
    }

    private static JsonNode configuration(String connector) throws IOException {
        return JSON.readTree(ClusterFiles.path("connectors/configs/%s.json".formatted(connector))
                        .toFile())
                .path("config");
    }
}
