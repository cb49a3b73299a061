package dungeon.ingest.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/** An answer over HTTP. */
public record Answer(int status, HttpHeaders headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    public String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    /** Status and code of a problem, as {@code 404 UNKNOWN_GAME}; fails if it is no problem. */
    public String problem() {
        if (!contentType().startsWith("application/problem+json")) {
            throw new AssertionError("Not a problem: %d %s %s".formatted(status, contentType(), text));
        }
        JsonNode body = json();
        if (body.get("status").intValue() != status
                || body.get("title").textValue().isBlank()
                || body.get("detail").textValue().isBlank()
                || !body.get("type").textValue().equals("about:blank")) {
            throw new AssertionError("Not a whole problem: " + text);
        }
        return status + " " + body.get("code").textValue();
    }

    /** The pointers of all faults, in their order. */
    public List<String> pointers() {
        return json().get("faults").findValuesAsText("pointer");
    }
}
