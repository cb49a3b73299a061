package dungeon.platform.streams;

import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Counts the records that are read from and written to each table, because the tables of a context share their stores, of which
 * Kafka Streams has metrics. Recorded, as those, at the level DEBUG ({@code metrics.recording.level}).
 */
final class TableMeters {
    private static final String SCOPE = "table";

    private final ProcessorContext<?, ?> processorContext;
    private final String context;

    TableMeters(ProcessorContext<?, ?> processorContext, String context) {
        this.processorContext = processorContext;
        this.context = context;
    }

    Sensor reads(String table) {
        return sensor(table, "read");
    }

    Sensor writes(String table) {
        return sensor(table, "write");
    }

    private Sensor sensor(String table, String operation) {
        return processorContext
                .metrics()
                .addRateTotalSensor(SCOPE, context + "-" + table, operation, RecordingLevel.DEBUG);
    }
}
