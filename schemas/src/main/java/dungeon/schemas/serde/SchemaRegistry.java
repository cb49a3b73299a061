package dungeon.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * The part of the Confluent Schema Registry's REST API that the serde needs. Ids and schemas never change once they are
 * given out, so each is asked for once. Safe for use by several threads.
 */
public final class SchemaRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int NOT_FOUND = 404;

    private record SubjectSchema(String subject, Schema schema) {}

    private final RegistryConfig config;
    private final HttpClient http;
    private final ConcurrentHashMap<SubjectSchema, Integer> idsBySchema = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, Schema> schemasById = new ConcurrentHashMap<>();

    public SchemaRegistry(RegistryConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(config.connectTimeoutMs()))
                .build();
    }

    /**
     * The id under which a subject has a schema; registers it if that is allowed.
     *
     * @throws RegistryRejectedException if the registry has no such schema, or refuses it as incompatible
     * @throws RegistryUnavailableException if no registry answered
     */
    public int idOf(String subject, Schema schema) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer known = idsBySchema.get(key);
        if (known != null) {
            return known;
        }
        String path = "/subjects/" + encode(subject) + (config.autoRegister() ? "/versions" : "");
        String body = JSON.createObjectNode().put("schema", schema.toString()).toString();
        int id = expect(send("POST", path, body), "schema " + schema.getFullName() + " of subject " + subject)
                .path("id")
                .intValue();
        idsBySchema.put(key, id);
        return id;
    }

    /**
     * The schema with an id, or nothing if the registry says that there is none. Such an answer is not remembered,
     * because the id can be given out a moment later.
     *
     * @throws RegistryRejectedException if the registry refuses to tell
     * @throws RegistryUnavailableException if no registry answered
     */
    public Optional<Schema> schemaOf(int id) {
        Schema known = schemasById.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        HttpResponse<String> response = send("GET", "/schemas/ids/" + id, null);
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        String text = expect(response, "schema id " + id).path("schema").textValue();
        try {
            Schema schema = new Schema.Parser().parse(text);
            schemasById.put(id, schema);
            return Optional.of(schema);
        } catch (SchemaParseException | NullPointerException e) {
            throw new UndecodableException("Schema id %d is no Avro schema: %s".formatted(id, text), e);
        }
    }

    /** Sets which changes of a subject's schema the registry lets through, such as BACKWARD_TRANSITIVE. */
    public void setCompatibility(String subject, String level) {
        String body = JSON.createObjectNode().put("compatibility", level).toString();
        expect(send("PUT", "/config/" + encode(subject), body), "compatibility of subject " + subject);
    }

    /** Whether a registry answers at all. */
    public boolean isReachable() {
        try {
            return sendOnce(config.urls().get(0), "GET", "/subjects", null).statusCode() < 500;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode expect(HttpResponse<String> response, String what) {
        if (response.statusCode() / 100 != 2) {
            throw new RegistryRejectedException(
                    "The schema registry answered %d for %s: %s"
                            .formatted(response.statusCode(), what, response.body()),
                    response.statusCode());
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new RegistryRejectedException(
                    "The schema registry's answer for %s is no JSON: %s".formatted(what, response.body()),
                    response.statusCode());
        }
    }

    private HttpResponse<String> send(String method, String path, String body) {
        String problem = "";
        IOException cause = null;
        for (int attempt = 0; attempt <= config.retries(); attempt++) {
            if (attempt > 0) {
                pause();
            }
            URI url = config.urls().get(attempt % config.urls().size());
            try {
                HttpResponse<String> response = sendOnce(url, method, path, body);
                if (response.statusCode() < 500) {
                    return response;
                }
                problem = "status " + response.statusCode();
            } catch (IOException e) {
                problem = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
                cause = e;
            }
        }
        throw new RegistryUnavailableException(
                "The schema registry at %s did not answer %s %s after %d tries (%s); is it running?"
                        .formatted(config.urls(), method, path, config.retries() + 1, problem),
                cause);
    }

    private HttpResponse<String> sendOnce(URI url, String method, String path, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMillis(config.readTimeoutMs()))
                .header("Accept", CONTENT_TYPE)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", CONTENT_TYPE);
        if (config.authorization() != null) {
            request.header("Authorization", config.authorization());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.retryWaitMs());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RegistryUnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RegistryUnavailableException("Interrupted while waiting for the schema registry", e);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
