package dungeon.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class ServiceMetersTest {
    @Test
    void takesTheRandomPartOffTheNamesOfClients() {
        try (ServiceMeters meters = new ServiceMeters("dungeon-test")) {
            meters.registry()
                    .counter(
                            "kafka.consumer.records.total",
                            "client.id",
                            "dungeon-topology-0b7e2c51-5d8e-4a3c-9f7e-7c2f1b0a9d44-StreamThread-1-consumer");

            assertThat(meters.registry().scrape())
                    .contains(
                            "kafka_consumer_records_total{application=\"dungeon-test\",client_id=\"dungeon-topology-StreamThread-1-consumer\"} 0.0");
        }
    }

    @Test
    void forgetsTheSeriesOfAClientThatIsGone() throws Exception {
        String process = "dungeon-topology-0b7e2c51-5d8e-4a3c-9f7e-7c2f1b0a9d44-StreamThread-";
        Metric stays = lagOf(process + "1-consumer");
        Metric goes = lagOf(process + "2-consumer");
        AtomicReference<Map<MetricName, Metric>> metrics =
                new AtomicReference<>(Map.of(stays.metricName(), stays, goes.metricName(), goes));
        Producer<?, ?> client = (Producer<?, ?>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> metrics.get());
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try (ServiceMeters meters = new ServiceMeters("dungeon-test");
                KafkaClientMetrics bound =
                        new KafkaClientMetrics(client, List.of(), scheduler, Duration.ofMillis(10))) {
            bound.bindTo(meters.registry());
            assertThat(meters.registry().scrape())
                    .contains("dungeon-topology-StreamThread-1-consumer", "dungeon-topology-StreamThread-2-consumer");

            metrics.set(Map.of(stays.metricName(), stays));
            await().untilAsserted(() -> assertThat(meters.registry().scrape())
                    .contains("client_id=\"dungeon-topology-StreamThread-1-consumer\"")
                    .doesNotContain("StreamThread-2", "NaN"));
        } finally {
            scheduler.shutdownNow();
        }
    }

    private static Metric lagOf(String clientId) {
        MetricName name =
                new MetricName("records-lag-max", "consumer-fetch-manager-metrics", "", Map.of("client-id", clientId));
        return new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                return 5.0;
            }
        };
    }

    @Test
    void leavesTheNamesOfOthersAlone() {
        try (ServiceMeters meters = new ServiceMeters("dungeon-test")) {
            meters.registry().counter("dungeon.some", "code", "0b7e2c51-5d8e-4a3c-9f7e-7c2f1b0a9d44");

            assertThat(meters.registry().scrape()).contains("code=\"0b7e2c51-5d8e-4a3c-9f7e-7c2f1b0a9d44\"");
        }
    }

    @Test
    void leavesOutWhatNobodyAsksOfEachStoreAndPartition() {
        try (ServiceMeters meters = new ServiceMeters("dungeon-test")) {
            List.of(
                            "kafka.stream.state.put.latency.avg",
                            "kafka.stream.thread.commit.rate",
                            "kafka.consumer.fetch.manager.records.lead",
                            "kafka.stream.state.num.keys",
                            "kafka.stream.state.updater.idle.ratio",
                            "kafka.stream.thread.commit.latency.max",
                            "kafka.consumer.fetch.manager.records.lag.max")
                    .forEach(name -> meters.registry().gauge(name, 1));

            assertThat(meters.registry().getMeters().stream()
                            .map(meter -> meter.getId().getName())
                            .filter(name -> name.startsWith("kafka")))
                    .containsExactlyInAnyOrder(
                            "kafka.stream.state.num.keys",
                            "kafka.stream.state.updater.idle.ratio",
                            "kafka.stream.thread.commit.latency.max",
                            "kafka.consumer.fetch.manager.records.lag.max");
        }
    }

    @Test
    void measuresTheProcessUnderTheNameOfTheService() {
        try (ServiceMeters meters = new ServiceMeters("dungeon-test")) {
            assertThat(meters.registry().scrape())
                    .contains("jvm_memory_used_bytes{application=\"dungeon-test\",area=\"heap\"")
                    .contains("process_uptime_seconds{application=\"dungeon-test\"}")
                    .contains("process_cpu_usage{application=\"dungeon-test\"}");
        }
    }
}
