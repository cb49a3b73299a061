package dungeon.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps the number of series bounded: names that are made up at each start, which Kafka Streams has in the ids of its clients and threads,
 * lose their random part, and with it a restart makes no new series.
 */
final class BoundedTags implements MeterFilter {
    private static final Pattern RANDOM = Pattern.compile("-?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith("kafka.")) {
            return id;
        }
        List<Tag> tags = id.getTags().stream()
                .map(tag -> Tag.of(tag.getKey(), RANDOM.matcher(tag.getValue()).replaceAll("")))
                .toList();
        return id.replaceTags(tags);
    }
}
