package dungeon.verification.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The records that ended as dead letters, by where they came from, with the reason of each. */
public final class DeadLetters {
    /** The reason of those without a token that holds. */
    public static final String UNAUTHENTICATED = "UNAUTHENTICATED";

    private static final String PREFIX = "dungeon.dead-letter.";

    private record Source(String topic, int partition, long offset) {}

    private final Map<Source, String> reasons = new HashMap<>();
    private final List<String> doubled = new ArrayList<>();

    public void add(ConsumerRecord<byte[], byte[]> deadLetter) {
        Source source = new Source(
                text(deadLetter, "topic"),
                Integer.parseInt(text(deadLetter, "partition")),
                Long.parseLong(text(deadLetter, "offset")));
        if (reasons.put(source, text(deadLetter, "reason")) != null) {
            doubled.add(source.toString());
        }
    }

    /** Whether a record ended as one. */
    public boolean contain(ConsumerRecord<?, ?> record) {
        return reasons.containsKey(new Source(record.topic(), record.partition(), record.offset()));
    }

    /** How many there are for a reason. */
    public long count(String reason) {
        return reasons.values().stream().filter(reason::equals).count();
    }

    /** All reasons that there are. */
    public Set<String> reasons() {
        return Set.copyOf(reasons.values());
    }

    /** The records of which there are two; there may be none. */
    List<String> doubled() {
        return doubled;
    }

    /** The last header counts: whoever sent the record could name others before. */
    private static String text(ConsumerRecord<byte[], byte[]> deadLetter, String name) {
        Header header = deadLetter.headers().lastHeader(PREFIX + name);
        BrokenPromiseException.unless(
                header != null,
                () -> "The dead letter %d-%d has no header %s%s"
                        .formatted(deadLetter.partition(), deadLetter.offset(), PREFIX, name));
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
