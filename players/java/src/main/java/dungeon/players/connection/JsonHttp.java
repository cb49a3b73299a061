package dungeon.players.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests with and answers in JSON. Safe for use by several threads. */
public final class JsonHttp {
    /** Routes that answer with an outcome may take ten seconds; whoever needs longer has hung. */
    private static final Duration ANSWER_MAXIMUM = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What the address gives. */
    public JsonNode get(String url) throws IOException, InterruptedException {
        return answer(client.send(
                HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_MAXIMUM).build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    /**
     * Sends a body.
     *
     * @param token the sender's JWT, or null
     * @param body null for none
     */
    public JsonNode post(String url, String token, JsonNode body) throws IOException, InterruptedException {
        return send("POST", url, token, body);
    }

    /** Puts what has no body. */
    public JsonNode put(String url, String token) throws IOException, InterruptedException {
        return send("PUT", url, token, null);
    }

    /** Deletes what the address names. */
    public JsonNode delete(String url, String token) throws IOException, InterruptedException {
        return send("DELETE", url, token, null);
    }

    private JsonNode send(String method, String url, String token, JsonNode body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_MAXIMUM);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        }
        return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** Begins to listen to the events of a stream. */
    EventStream follow(String url) {
        return new EventStream(client, url);
    }

    private static JsonNode answer(HttpResponse<String> response) throws HttpProblem {
        String text = response.body();
        if (response.statusCode() / 100 == 2) {
            return text.isBlank() ? JSON.nullNode() : parse(text);
        }
        String code = "";
        String detail = text;
        String gameId = "";
        if (text.startsWith("{")) {
            JsonNode problem = parse(text);
            code = problem.path("code").asText();
            gameId = problem.path("gameId").asText();
            detail = problem.path("detail").asText(problem.path("title").asText());
        }
        throw new HttpProblem(
                response.statusCode(), code, detail, response.uri().toString(), gameId, retryAfterMs(response));
    }

    /** It may also be a date; nobody here sends one. */
    private static long retryAfterMs(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Long.parseLong(value) * 1_000)
                .orElse(0L);
    }

    /** The JSON that a text is. */
    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This is no JSON: " + text, e);
        }
    }
}
