package dungeon.schemas.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.specific.SpecificRecord;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Short forms for the tests of this package. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Parses a text in which single quotes stand for double ones. */
    static JsonNode of(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The faults of a document that is no such record, each as `pointer: problem`. */
    static ListAssert<String> assertFaults(Class<? extends SpecificRecord> type, String text) {
        return assertFaults(() -> JsonReader.read(of(text), type));
    }

    /** The faults that a call ends with, each as `pointer: problem`. */
    static ListAssert<String> assertFaults(Call call) {
        try {
            return Assertions.fail("No fault in " + call.read());
        } catch (JsonFaultsException e) {
            return Assertions.assertThat(e.faults().stream()
                    .map(fault -> fault.pointer() + ": " + fault.problem())
                    .toList());
        }
    }

    @FunctionalInterface
    interface Call {
        Object read() throws JsonFaultsException;
    }
}
