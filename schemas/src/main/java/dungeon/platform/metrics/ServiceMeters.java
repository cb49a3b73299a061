package dungeon.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** The meters of a service: its name on all of them, what is measured of each process, and no more series than are of use. */
public final class ServiceMeters implements AutoCloseable {
    /** The label that says of which service a series is. */
    public static final String APPLICATION = "application";

    private static final BoundedTags BOUNDED_TAGS = new BoundedTags();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT) {
        /** Micrometer takes away what Kafka no longer has under the name that Kafka gave it, which is not the one it is kept under. */
        @Override
        public Meter remove(Meter.Id id) {
            return super.remove(BOUNDED_TAGS.map(id));
        }
    };
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** @param application the service, such as {@code dungeon-topology} */
    public ServiceMeters(String application) {
        registry.config()
                .commonTags(List.of(Tag.of(APPLICATION, application)))
                .meterFilter(new UsefulMeters())
                .meterFilter(BOUNDED_TAGS);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Takes further meters, and is what {@code /metrics} answers with. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** A registry for whoever measures nothing; its meters cost next to nothing. */
    public static MeterRegistry none() {
        return new CompositeMeterRegistry();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
