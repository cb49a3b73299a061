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
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;

/**
 * The part of the Confluent Schema Registry's REST API that the serde needs. Ids and schemas never change once they are
 * given out, so each is asked for once. Safe for use by several threads.
 */
public final class SchemaRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    /** The registry's own "no such schema". A plain 404 can come from anything between us and it, or from a wrong address. */
    private static final int SCHEMA_NOT_FOUND = 40403;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final int CONFLICT = 409;

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
        String path = "/subjects/" + encode(subject);
        String body = JSON.createObjectNode().put("schema", schema.toString()).toString();
        HttpResponse<String> response = send("POST", path + (config.autoRegister() ? "/versions" : ""), body);
        if (config.autoRegister() && response.statusCode() == CONFLICT) {
            // Not only a schema that does not fit is answered so, but also the second of two that register the same one
            // at
            // the same moment; that one is there now.
            HttpResponse<String> lookUp = send("POST", path, body);
            response = lookUp.statusCode() / 100 == 2 ? lookUp : response;
        }
        String what = "schema " + schema.getFullName() + " of subject " + subject;
        JsonNode id = expect(response, what).path("id");
        if (!id.canConvertToInt() || !id.isIntegralNumber()) {
            throw new RegistryRejectedException(
                    "The schema registry's answer for %s has no id: %s".formatted(what, response.body()),
                    response.statusCode());
        }
        idsBySchema.put(key, id.intValue());
        return id.intValue();
    }

    /**
     * The schema with an id, or nothing if the registry says that there is none. Such an answer is not remembered,
     * because the id can be given out a moment later.
     *
     * @throws UndecodableException if the id is that of something else than an Avro schema
     * @throws RegistryRejectedException if the registry refuses to tell
     * @throws RegistryUnavailableException if no registry answered
     */
    public Optional<Schema> schemaOf(int id) {
        Schema known = schemasById.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        HttpResponse<String> response = send("GET", "/schemas/ids/" + id, null);
        if (errorCode(response) == SCHEMA_NOT_FOUND) {
            return Optional.empty();
        }
        JsonNode text = expect(response, "schema id " + id).path("schema");
        if (!text.isTextual()) {
            throw new RegistryRejectedException(
                    "The schema registry's answer for schema id %d has no schema: %s".formatted(id, response.body()),
                    response.statusCode());
        }
        try {
            Schema schema = new Schema.Parser().parse(text.textValue());
            schemasById.put(id, schema);
            return Optional.of(schema);
        } catch (RuntimeException | StackOverflowError e) {
            // Avro's parser reports a text that is no schema by exceptions of several kinds, and deep ones by this
            // error.
            throw new UndecodableException("Schema id %d is no Avro schema: %s".formatted(id, text.textValue()), e);
        }
    }

    /** Sets which changes of a subject's schema the registry lets through, such as BACKWARD_TRANSITIVE. */
    public void setCompatibility(String subject, String level) {
        String body = JSON.createObjectNode().put("compatibility", level).toString();
        expect(send("PUT", "/config/" + encode(subject), body), "compatibility of subject " + subject);
    }

    /** Whether a registry answers at all. */
    public boolean isReachable() {
        return config.urls().stream().anyMatch(this::isReachable);
    }

    private boolean isReachable(URI url) {
        try {
            return hasAnswered(sendOnce(url, "GET", "/subjects", null));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the status says something about the request, and not only about the registry's own state. */
    private static boolean hasAnswered(HttpResponse<String> response) {
        int status = response.statusCode();
        return status < 500 && status != REQUEST_TIMEOUT && status != TOO_MANY_REQUESTS;
    }

    private static int errorCode(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body()).path("error_code").asInt();
        } catch (JsonProcessingException e) {
            return 0;
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
                if (hasAnswered(response)) {
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
                .header("Accept", CONTENT_TYPE)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", CONTENT_TYPE);
        if (config.authorization() != null) {
            request.header("Authorization", config.authorization());
        }
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            // The client's own time limit ends with the headers; this one holds for the body as well.
            return answer.get(config.readTimeoutMs(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within %d ms".formatted(config.readTimeoutMs()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            answer.cancel(true);
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
