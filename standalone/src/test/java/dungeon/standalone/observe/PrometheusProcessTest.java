package dungeon.standalone.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusProcessTest {
    @Test
    void scrapesEachServiceUnderItsOwnNameWithTheRulesOfTheProject() {
        Map<String, URI> services = new LinkedHashMap<>();
        services.put("dungeon-topology", URI.create("http://127.0.0.1:9404"));
        services.put("dungeon-queries", URI.create("http://127.0.0.1:8081"));

        assertThat(PrometheusProcess.configuration(services)).isEqualTo("""
                global:
                  scrape_interval: 5s
                  evaluation_interval: 5s
                rule_files:
                  - slos.yaml
                  - alerts.yaml
                scrape_configs:
                  - job_name: dungeon-topology
                    static_configs:
                      - targets: ['127.0.0.1:9404']
                  - job_name: dungeon-queries
                    static_configs:
                      - targets: ['127.0.0.1:8081']
                """);
    }

    @Test
    void theRulesAreInTheBuild() {
        assertThat(PrometheusProcess.class.getResource("/observability/slos.yaml"))
                .isNotNull();
        assertThat(PrometheusProcess.class.getResource("/observability/alerts.yaml"))
                .isNotNull();
    }
}
