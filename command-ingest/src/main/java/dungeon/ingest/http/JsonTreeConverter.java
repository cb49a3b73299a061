package dungeon.ingest.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dungeon.ingest.problems.Problem;
import dungeon.platform.problem.ProblemCode;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.util.unit.DataSize;

/**
 * JSON as a tree, as the schemas' reader and writer want it. Bodies are bounded in size and must be one JSON document,
 * whole, without a field twice and with nothing after it.
 */
final class JsonTreeConverter extends AbstractHttpMessageConverter<JsonNode> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Bodies are small, and one that is packed would have to be bounded twice. */
    private static final String PLAIN = "identity";

    private final int bytesMaximum;

    JsonTreeConverter(DataSize bodyLimit) {
        super(MediaType.APPLICATION_JSON);
        this.bytesMaximum = Math.toIntExact(bodyLimit.toBytes());
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
        if (message.getHeaders().getContentLength() > bytesMaximum) {
            throw tooLarge();
        }
        byte[] body = message.getBody().readNBytes(bytesMaximum + 1);
        if (body.length > bytesMaximum) {
            throw tooLarge();
        }
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (tree.isMissingNode()) {
                throw malformed("the body is empty", 1, 1);
            }
            return tree;
        } catch (JsonProcessingException e) {
            JsonLocation location = Objects.requireNonNullElse(e.getLocation(), JsonLocation.NA);
            throw malformed(e.getOriginalMessage(), location.getLineNr(), location.getColumnNr());
        }
    }

    @Override
    protected void writeInternal(JsonNode tree, HttpOutputMessage message) throws IOException {
        message.getBody().write(MAPPER.writeValueAsBytes(tree));
    }

    private Problem tooLarge() {
        return new Problem(
                ProblemCode.PAYLOAD_TOO_LARGE, "The body is over the limit of %d bytes".formatted(bytesMaximum));
    }

    private static Problem malformed(String reason, int line, int column) {
        return new Problem(
                        ProblemCode.MALFORMED_JSON,
                        "The body is not JSON: %s (line %d, column %d)".formatted(reason, line, column))
                .with("line", line)
                .with("column", column);
    }
}
