package dungeon.history.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** The connectors of {@code k8s/kafka/connect}, as Strimzi's operator tells workers of them. */
final class Connectors {
    private static final ObjectMapper JSON = new ObjectMapper();

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

    /**
     * Tells a worker.
     *
     * @return what it says
     */
    static JsonNode put(int port, WorkerLogin login, String path, Map<String, String> settings)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                                .header("Authorization", login.authorization())
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(settings)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
