package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.standalone.machine.Machine;
import dungeon.verification.checks.GameAudit;
import dungeon.verification.checks.PublishedLog;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A game that has left the write side can still be examined. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class PurgedGameTest {
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
    }
}
