package dungeon.analytics;

import dungeon.schemas.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Windows are of the time of events, which is that of the game; a record that is no event has none, and keeps its own. */
final class EventTimes implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.value() instanceof Event event ? event.getTime().toEpochMilli() : record.timestamp();
    }
}
