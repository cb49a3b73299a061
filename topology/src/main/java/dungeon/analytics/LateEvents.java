package dungeon.analytics;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How often an event was to be counted in a window that was closed already; it is missing there. Since the instance got the partition. */
public final class LateEvents {
    /** Kafka Streams counts with it, for each task, what windows do not take. */
    private static final String METRIC = "dropped-records-total";

    private LateEvents() {}

    /** Of the metrics of an instance. */
    public static long in(Map<MetricName, ? extends Metric> metrics) {
        return metrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(METRIC))
                .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .sum();
    }
}
