package dungeon.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.platform.http.BodyTooLongException;
import dungeon.platform.http.LimitedBody;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
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

    private static final int SUBJECT_NOT_FOUND = 40401;

    /** Anybody may be able to register a schema; our longest has 60 kB. */
    private static final int ANSWER_BYTES_MAXIMUM = 1024 * 1024;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final int CONFLICT = 409;

    /** The setting with a registry that is used in the place of one made from the other settings, and knows ids already. */
    public static final String INSTANCE = "schema.registry.instance";

    private record SubjectSchema(String subject, Schema schema) {}

    /** A schema and its id. */
    public record Registered(int id, Schema schema) {}

    private final RegistryConfig config;
    private final HttpClient http;
    private final ConcurrentHashMap<SubjectSchema, Integer> idsBySchema = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, Schema> schemasById = new ConcurrentHashMap<>();
    /** The number of the address that is asked first where there is time for one only. */
    private final AtomicInteger preferred = new AtomicInteger();

    public SchemaRegistry(RegistryConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(config.connectTimeoutMs()))
                .build();
    }

    /** The one that the settings hold under {@link #INSTANCE}, or else a new one with the other settings. */
    static SchemaRegistry from(Map<String, ?> config) {
        return config.get(INSTANCE) instanceof SchemaRegistry shared
                ? shared
                : new SchemaRegistry(RegistryConfig.from(config));
    }

    /** Learns the id of a schema from whoever asked before, so that it need not be asked for. */
    public void learn(String subject, Schema schema, int id) {
        idsBySchema.put(new SubjectSchema(subject, schema), id);
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
        int id = id(expect(response, what), what, response);
        idsBySchema.put(key, id);
        return id;
    }

    private static int id(JsonNode answer, String what, HttpResponse<String> response) {
        JsonNode id = answer.path("id");
        if (!id.canConvertToInt() || !id.isIntegralNumber()) {
            throw new RegistryRejectedException(
                    "The schema registry's answer for %s has no id: %s".formatted(what, response.body()),
                    response.statusCode());
        }
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
        Optional<Schema> schema = schema(send("GET", path(id), null), id);
        schema.ifPresent(found -> schemasById.put(id, found));
        return schema;
    }

    /**
     * The same, asked once, of one address, and not remembered.
     *
     * @param waitMs how long the whole answer may take
     * @throws UndecodableException if the id is that of something else than an Avro schema
     * @throws RegistryRejectedException if the registry refuses to tell
     * @throws RegistryUnavailableException if it did not answer in time
     */
    public Optional<Schema> schemaOf(int id, long waitMs) {
        int number = preferred.get();
        URI url = config.urls().get(Math.floorMod(number, config.urls().size()));
        String problem;
        IOException cause = null;
        try {
            HttpResponse<String> response = sendOnce(url, "GET", path(id), null, waitMs);
            if (hasAnswered(response)) {
                return schema(response, id);
            }
            problem = "status " + response.statusCode();
        } catch (BodyTooLongException e) {
            throw tooLong(path(id), e);
        } catch (IOException e) {
            problem = nameOf(e);
            cause = e;
        }
        preferred.compareAndSet(number, number + 1);
        throw new RegistryUnavailableException(
                "The schema registry at %s did not tell schema id %d within %d ms (%s)"
                        .formatted(url, id, waitMs, problem),
                cause);
    }

    private static String path(int id) {
        return "/schemas/ids/" + id;
    }

    private Optional<Schema> schema(HttpResponse<String> response, int id) {
        if (errorCode(response) == SCHEMA_NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(schema(expect(response, "schema id " + id), response, id));
    }

    private static Schema schema(JsonNode answer, HttpResponse<String> response, int id) {
        JsonNode text = answer.path("schema");
        if (!text.isTextual()) {
            throw new RegistryRejectedException(
                    "The schema registry's answer for schema id %d has no schema: %s".formatted(id, response.body()),
                    response.statusCode());
        }
        if (!answer.path("references").isEmpty()) {
            throw new UndecodableException(
                    "Schema id %d refers to other schemas, which is not supported; register it in one piece"
                            .formatted(id));
        }
        try {
            return new Schema.Parser().parse(text.textValue());
        } catch (RuntimeException | StackOverflowError e) {
            // Avro's parser reports a text that is no schema by exceptions of several kinds, and deep ones by this
            // error.
            throw new UndecodableException("Schema id %d is no Avro schema: %s".formatted(id, text.textValue()), e);
        }
    }

    /**
     * The numbers of a subject's versions; none if there is no such subject.
     *
     * @throws RegistryRejectedException if the registry refuses to tell
     * @throws RegistryUnavailableException if no registry answered
     */
    public List<Integer> versionsOf(String subject) {
        HttpResponse<String> response = send("GET", "/subjects/" + encode(subject) + "/versions", null);
        List<Integer> versions = new ArrayList<>();
        if (errorCode(response) != SUBJECT_NOT_FOUND) {
            expect(response, "versions of subject " + subject).forEach(version -> versions.add(version.asInt()));
        }
        return versions;
    }

    /**
     * A version of a subject's schema.
     *
     * @throws UndecodableException if it is no Avro schema
     * @throws RegistryRejectedException if the registry does not have it, or refuses to tell
     * @throws RegistryUnavailableException if no registry answered
     */
    public Registered versionOf(String subject, int version) {
        String what = "version %d of subject %s".formatted(version, subject);
        HttpResponse<String> response =
                send("GET", "/subjects/%s/versions/%d".formatted(encode(subject), version), null);
        JsonNode answer = expect(response, what);
        int id = id(answer, what, response);
        return new Registered(id, schema(answer, response, id));
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
            return hasAnswered(sendOnce(url, "GET", "/subjects", null, config.readTimeoutMs()));
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
                HttpResponse<String> response = sendOnce(url, method, path, body, config.readTimeoutMs());
                if (hasAnswered(response)) {
                    return response;
                }
                problem = "status " + response.statusCode();
            } catch (BodyTooLongException e) {
                throw tooLong(path, e);
            } catch (IOException e) {
                problem = nameOf(e);
                cause = e;
            }
        }
        throw new RegistryUnavailableException(
                "The schema registry at %s did not answer %s %s after %d tries (%s); is it running?"
                        .formatted(config.urls(), method, path, config.retries() + 1, problem),
                cause);
    }

    private static UndecodableException tooLong(String path, BodyTooLongException e) {
        return new UndecodableException(
                "The schema registry gives %s for %s, and no schema is as long".formatted(e.getMessage(), path), e);
    }

    private static String nameOf(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    private HttpResponse<String> sendOnce(URI url, String method, String path, String body, long timeoutMs)
            throws IOException {
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
                http.sendAsync(request.build(), LimitedBody.ofString(ANSWER_BYTES_MAXIMUM));
        try {
            // The client's own time limit ends with the headers; this one holds for the body as well.
            return answer.get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within %d ms".formatted(timeoutMs));
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
