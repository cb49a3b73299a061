package dungeon.queries.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dungeon.platform.queries.http.JsonAnswers;
import dungeon.platform.queries.http.Reply;
import dungeon.schemas.json.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Answers as JSON: the records of the wire as in events, times as ISO-8601, fields without a value left out. */
final class Json {
    static final String CONTENT_TYPE = JsonAnswers.CONTENT_TYPE;

    static final ObjectMapper MAPPER = JsonAnswers.builder()
            .addModule(new SimpleModule().addSerializer(new WireRecords()))
            .build();

    private Json() {}

    static String text(Object answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer has no JSON form: " + answer, e);
        }
    }

    static byte[] bytes(Object answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer has no JSON form: " + answer, e);
        }
    }

    /** A complete answer. */
    static Reply reply(Object answer, Map<String, String> headers) {
        return new Reply(200, CONTENT_TYPE, headers, bytes(answer));
    }

    static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    private static final class WireRecords extends StdSerializer<SpecificRecord> {
        private static final long serialVersionUID = 1L;

        WireRecords() {
            super(SpecificRecord.class);
        }

        @Override
        public void serialize(SpecificRecord record, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeTree(JsonWriter.write(record));
        }
    }
}
