package dungeon.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedTagsTest {
    @Test
    void takesTheRandomPartOffTheNamesOfClients() {
        try (ServiceMeters meters = new ServiceMeters("dungeon-test")) {
            meters.registry()
                    .counter(
                            "kafka.consumer.records",
                            "client.id",
                            "dungeon-topology-0b7e2c51-5d8e-4a3c-9f7e-7c2f1b0a9d44-StreamThread-1-consumer");

            assertThat(meters.registry().scrape())
                    .contains(
                            "kafka_consumer_records_total{application=\"dungeon-test\",client_id=\"dungeon-topology-StreamThread-1-consumer\"} 0.0");
        }
    }

    @Test
    void leavesTheNamesOfOthersAlone() {
        try (ServiceMeters meters = new ServiceMeters("dungeon-test")) {
            meters.registry().counter("dungeon.some", "code", "0b7e2c51-5d8e-4a3c-9f7e-7c2f1b0a9d44");

            assertThat(meters.registry().scrape()).contains("code=\"0b7e2c51-5d8e-4a3c-9f7e-7c2f1b0a9d44\"");
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
