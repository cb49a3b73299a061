package dungeon.history.local;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The connectors of {@code k8s/kafka/connect}, as Strimzi's operator tells workers of them. */
final class Connectors {
    private Connectors() {}

    /** The settings of each, by its name. */
    static Map<String, Map<String, String>> ofCluster() throws IOException {
        Map<String, Map<String, String>> connectors = new TreeMap<>();
        for (Map<String, Object> resource : ClusterFiles.all("k8s/kafka/connect/connectors.yaml")) {
            Map<String, String> settings = new TreeMap<>();
            ClusterFiles.map(resource, "spec.config").forEach((name, value) -> settings.put(name, value.toString()));
            settings.put("connector.class", ClusterFiles.text(resource, "spec.class"));
            settings.put("tasks.max", ClusterFiles.text(resource, "spec.tasksMax"));
            connectors.put(ClusterFiles.text(resource, "metadata.name"), settings);
        }
        return connectors;
    }
}
