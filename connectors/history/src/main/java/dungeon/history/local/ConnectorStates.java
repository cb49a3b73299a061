package dungeon.history.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a worker says of its connectors over REST, of which each has one task. */
final class ConnectorStates {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorStates.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_MAXIMUM = Duration.ofSeconds(5);

    /** A row of a map can be a megabyte. */
    private static final int REASON_CHARACTERS_MAXIMUM = 1_000;

    private final URI worker;
    private final String authorization;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAXIMUM).build();

    /** Asks a worker on 127.0.0.1. */
    ConnectorStates(int port, WorkerLogin login) {
        this.authorization = login.authorization();
        this.worker = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * The state of a task.
     *
     * @param name such as RUNNING or FAILED; blank if there is no task, or nobody who could tell
     * @param trace of its failure, or blank
     */
    record State(String name, String trace) {
        boolean isRunning() {
            return name.equals("RUNNING");
        }

        boolean hasFailed() {
            return name.equals("FAILED");
        }

        /** The innermost cause, which says what is wrong; the rest of the trace is in the worker's output. */
        String reason() {
            List<String> causes =
                    trace.lines().filter(line -> line.startsWith("Caused by: ")).toList();
            String reason = causes.isEmpty() ? trace : causes.get(causes.size() - 1);
            return reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS_MAXIMUM));
        }
    }

    State of(String connector) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    request("/connectors/%s/status".formatted(connector)).build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode task = JSON.readTree(answer.body()).path("tasks").path(0);
            return new State(task.path("state").asText(), task.path("trace").asText());
        } catch (IOException e) {
            LOG.debug("The worker does not tell how {} is", connector, e);
            return new State("", "");
        }
    }

    /** Starts the task of a connector again, if it has failed. */
    void restart(String connector) throws InterruptedException {
        try {
            http.send(
                    request("/connectors/%s/restart?includeTasks=true&onlyFailed=true".formatted(connector))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.debug("The worker could not be told to start {} again; it is told again if need be", connector, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(worker.resolve(path))
                .timeout(ANSWER_MAXIMUM)
                .header("Authorization", authorization);
    }
}
