package dungeon.analytics;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How many events came after their windows were closed, and are in no figure, since this instance started. */
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
