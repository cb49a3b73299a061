package dungeon.players.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotsServiceTest {
    @TempDir
    Path folder;

    @Test
    void livesWhileItWaitsForTheQueriesAndSaysWhatItWaitsFor() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (BotsService service = start("http://127.0.0.1:" + nobody)) {
            assertThat(ask(service, "/health/live").statusCode()).isEqualTo(200);
            await().until(() -> ask(service, "/health/ready").body().contains("/lobby/feed cannot be followed"));
            assertThat(ask(service, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(ask(service, "/health/started").statusCode()).isEqualTo(503);
            assertThat(ask(service, "/metrics").body())
                    .contains("dungeon_bots_games{application=\"dungeon-bots\"} 0.0")
                    .contains("dungeon_bots_games_maximum{application=\"dungeon-bots\"} 16.0")
                    .contains("dungeon_bots_claims_total{application=\"dungeon-bots\",result=\"won\"} 0.0")
                    .contains("dungeon_memory_limit_bytes{application=\"dungeon-bots\"} ");
        }
    }

    @Test
    void doesNotBeginWhereItsBotsCannotBeKept() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() ->
                        BotsService.start(BotsConfig.from(Map.of("http.port", "0", "state.dir", file.toString()))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("choose another folder with state.dir");
    }

    @Test
    void doesNotShareItsBotsWithAnotherInstance() throws Exception {
        try (BotsService service = start("http://127.0.0.1:9")) {
            assertThatThrownBy(() -> start("http://127.0.0.1:9"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Another instance uses %s; give each a folder of its own with state.dir", folder);
            assertThat(service.bots().games()).isEmpty();
        }
        start("http://127.0.0.1:9").close();
    }

    private BotsService start(String url) throws IOException {
        return BotsService.start(
                BotsConfig.from(Map.of("http.port", "0", "queries.url", url, "state.dir", folder.toString())));
    }

    private static HttpResponse<String> ask(BotsService service, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(service.port(), path)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
