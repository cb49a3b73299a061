package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.core.Principal;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.standalone.machine.Machine;
import dungeon.verification.checks.GameAudit;
import dungeon.verification.checks.GameLog;
import dungeon.verification.checks.PublishedLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A game that has left the write side can still be examined. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class PurgedGameTest {
    @TempDir
    private Path folder;

    @Test
    void theAuditOfAPurgedGameFindsNothing(Machine machine) throws Exception {
        JsonHttp http = new JsonHttp();
        String ingest = machine.platform().ingestUrl();
        ObjectNode body =
                new ObjectMapper().createObjectNode().put("participantLimit", 1).put("durationMs", 10_000);
        body.put("mapTypeId", ShippedMaps.idOf(ShippedMaps.EXAMPLE));
        body.putObject("rules").put("purgedAfterMs", 0);
        String gameId = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(HttpProblem.class)
                .until(
                        () -> http.post(ingest + "/games", machine.administratorToken(), body)
                                .path("gameId")
                                .asText(),
                        id -> !id.isEmpty());
        http.post("%s/games/%s/end".formatted(ingest, gameId), machine.administratorToken(), null);

        // Created, drawn, ended, purged: by the two commands and by a tick, with which records are removed as well.
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            PublishedLog log = PublishedLog.read(machine.platform());
            assertThat(log.eventsOf(gameId)).hasSize(4);
            assertThat(log.commandsOf(gameId)).hasSizeGreaterThanOrEqualTo(3);
        });
        PublishedLog log = PublishedLog.read(machine.platform());
        TokenVerifier verifier = new TokenVerifier(new RemoteKeys(URI.create(ingest + "/.well-known/jwks.json")));
        assertThat(GameAudit.of(log, gameId, verifier).over()).isTrue();
        auditOfTheDownloadedLogFindsTheSame(
                machine, gameId, log.commandsOf(gameId).size());
    }

    private void auditOfTheDownloadedLogFindsTheSame(Machine machine, String gameId, int commands) throws Exception {
        Path file = folder.resolve("game.avro");
        HttpResponse<Path> answer = download(machine, gameId, file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/avro");
        GameLog log = GameLog.read(file);
        assertThat(GameAudit.of(log)).isEqualTo(new GameAudit.Extent(commands, 4, true, 1, GameAudit.Depth.REPLAYED));
        assertThat(log.commands().get(0).principal()).isEqualTo(Principal.administrator());
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("Bearer");

        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertThatThrownBy(() -> GameLog.read(file)).isInstanceOf(IOException.class);
    }

    /** Commands have the seed of their game. */
    @Test
    void theLogOfAGameThatGoesOnIsRefused(Machine machine) throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(machine.platform())) {
            Path file = folder.resolve("refusal.json");
            HttpResponse<Path> answer = download(machine, player.gameId(), file);

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(Files.readString(file)).contains("GAME_NOT_OVER");
        }
    }

    private static HttpResponse<Path> download(Machine machine, String gameId, Path file) throws Exception {
        URI uri = URI.create("%s/games/%s/log".formatted(machine.platform().queriesUrl(), gameId));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofFile(file));
    }
}
