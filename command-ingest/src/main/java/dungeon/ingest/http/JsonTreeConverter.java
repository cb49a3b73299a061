package dungeon.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dungeon.ingest.config.IngestLimits;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.PlainText;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.json.JsonFaults;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/**
 * JSON as a tree, as the schemas' reader and writer want it. Bodies, which {@code server.BodyReception} bounds in size, are bounded in
 * depth, tokens and lengths here, and must be one JSON document, whole, without a field twice and with nothing after it.
 */
final class JsonTreeConverter extends AbstractHttpMessageConverter<JsonNode> {
    /** Bodies are small, and one that is packed would have to be bounded twice. */
    private static final String PLAIN = "identity";

    private final JsonMapper mapper;

    JsonTreeConverter(IngestLimits limits) {
        super(MediaType.APPLICATION_JSON);
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNestingDepth(limits.jsonDepth())
                .maxNumberLength(limits.jsonNumberLength())
                .maxStringLength(limits.jsonStringLength())
                .maxNameLength(limits.jsonNameLength())
                .maxTokenCount(limits.jsonTokens())
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(bounds)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Names are made up by whoever sends them, and nobody needs to keep them.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    @Override
    protected boolean supports(Class<?> type) {
        return JsonNode.class.isAssignableFrom(type);
    }

    @Override
    protected JsonNode readInternal(Class<? extends JsonNode> type, HttpInputMessage message) throws IOException {
        String encoding = message.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase(PLAIN)) {
            throw new Problem(
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                            "The body is encoded as %s, and has to be sent as it is".formatted(encoding))
                    .withHeader(HttpHeaders.ACCEPT_ENCODING, PLAIN);
        }
        byte[] body = message.getBody().readAllBytes();
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree.isMissingNode()) {
                throw malformed("not JSON: it is empty", new JsonLocation(ContentReference.unknown(), 0, 1, 1));
            }
            requirePlainText(tree);
            return tree;
        } catch (StreamConstraintsException e) {
            // Jackson goes on to name its own settings, which are not the sender's.
            throw malformed(
                    "beyond a limit: " + e.getOriginalMessage().replaceAll(", from `[^`]*`", ""), e.getLocation());
        } catch (JsonProcessingException e) {
            throw malformed("not JSON: " + e.getOriginalMessage(), e.getLocation());
        }
    }

    /** Whatever is text here is shown to somebody, at the latest in a log. */
    private static void requirePlainText(JsonNode tree) {
        JsonFaults faults = new JsonFaults();
        addTextFaults(tree, "", faults);
        if (!faults.isEmpty()) {
            throw Problems.malformed(faults);
        }
    }

    private static void addTextFaults(JsonNode node, String pointer, JsonFaults faults) {
        if (node.isTextual()) {
            String fault = PlainText.fault(node.textValue());
            if (fault != null) {
                faults.add(pointer, fault);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (!node.get(i).isNumber()) {
                    addTextFaults(node.get(i), pointer + "/" + i, faults);
                }
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String fault = PlainText.fault(field.getKey());
                if (fault != null) {
                    // The name itself is not repeated.
                    faults.add(pointer, "has a field whose name " + fault);
                } else if (!field.getValue().isNumber()) {
                    addTextFaults(
                            field.getValue(),
                            pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                            faults);
                }
            }
        }
    }

    @Override
    protected void writeInternal(JsonNode tree, HttpOutputMessage message) throws IOException {
        message.getBody().write(mapper.writeValueAsBytes(tree));
    }

    private static Problem malformed(String reason, JsonLocation place) {
        JsonLocation location = Objects.requireNonNullElse(place, JsonLocation.NA);
        return new Problem(
                        ProblemCode.MALFORMED_JSON,
                        "The body is %s (line %d, column %d)"
                                .formatted(reason, location.getLineNr(), location.getColumnNr()))
                .with("line", location.getLineNr())
                .with("column", location.getColumnNr());
    }
}
