package dungeon.standalone.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MetricsPortTest {
    @Test
    void answersWithWhatIsMeasuredUnderTheNameOfTheService() throws Exception {
        try (MetricsPort port = MetricsPort.open("dungeon-topology")) {
            port.registry().counter("dungeon.some").increment();

            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(port.url() + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("dungeon_some_total{application=\"dungeon-topology\"} 1.0\n");
        }
    }
}
