package dungeon.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Event;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class EventTypeIsTest {
    private final EventTypeIs<SinkRecord> predicate = new EventTypeIs<>();

    @Test
    void isTrueForEventsOfItsTypes() throws IOException {
        predicate.configure(Map.of(EventTypeIs.TYPES, "GameEnded, GamePurged"));
        Set<String> found = new TreeSet<>();
        try (EventSamples samples = new EventSamples()) {
            for (EventSamples.Sample<Event> sample : samples.of(Event.class)) {
                SinkRecord record = samples.record(sample.bytes(), 0, 0);
                if (predicate.test(record)) {
                    found.add(EventEnvelope.of(record).type());
                }
            }
        }
        assertThat(found).containsExactly("GameEnded", "GamePurged");
    }

    @Test
    void isFalseForWhatIsNoEvent() {
        predicate.configure(Map.of(EventTypeIs.TYPES, "GameEnded"));
        assertThat(predicate.test(new SinkRecord("words", 0, null, null, Schema.STRING_SCHEMA, "GameEnded", 0)))
                .isFalse();
        assertThat(predicate.test(new SinkRecord("words", 0, null, null, null, null, 0)))
                .isFalse();
    }

    @Test
    void refusesToChooseNothing() {
        assertThatThrownBy(() -> predicate.configure(Map.of(EventTypeIs.TYPES, "")))
                .isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> predicate.configure(Map.of())).isInstanceOf(ConfigException.class);
    }
}
