package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import dungeon.schemas.Command;
import dungeon.schemas.HouseBot;
import dungeon.schemas.JoinGame;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class MatchesRouteTest {
    @Test
    void opensAMatchAndSeatsItsOpener(FakePlatform platform) {
        JsonNode guest = platform.guest().json();
        int before = platform.brokers().written().size();

        Answer answer = platform.post("/matches", guest.get("token").textValue(), null);

        assertThat(answer.status()).isEqualTo(201);
        List<ProducerRecord<String, byte[]>> written =
                platform.brokers().written().subList(before, before + 2);
        LobbyCommand asked = platform.decider().lobbyCommand(written.get(0));
        assertThat(asked.getSubject())
                .isEqualTo(LobbySubjects.ofPlayer(guest.get("playerName").textValue()));
        assertThat(asked.getPlayerId()).isEqualTo(guest.get("playerId").textValue());
        assertThat(asked.getPayload())
                .isEqualTo(new RequestMatch(
                        ShippedMaps.read("example"), MapTypesTest.EXAMPLE_ID, 4, 600_000L, 120_000L, null));
        Command joined = platform.decider().command(written.get(1));
        assertThat(joined.getGameId()).isEqualTo(answer.json().get("gameId").textValue());
        assertThat(joined.getPayload())
                .isEqualTo(new JoinGame(guest.get("playerName").textValue()));
        assertThat(answer.json().get("waitsUntil").textValue()).isEqualTo("1970-01-01T00:02:01Z");
    }

    @Test
    void takesWhatIsAskedForFromTheBody(FakePlatform platform) {
        int before = platform.brokers().written().size();
        Answer answer = platform.post("/matches", platform.guestToken(), """
                {"mapTypeId": "%s", "seats": 100, "durationMs": 10000, "waitMs": 600000, "bots": "TRADER"}""".formatted(ShippedMaps.idOf("maze")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(platform.decider()
                        .lobbyCommand(platform.brokers().written().get(before + 1))
                        .getPayload())
                .isEqualTo(new RequestMatch(
                        ShippedMaps.read("maze"), ShippedMaps.idOf("maze"), 100, 10_000L, 600_000L, HouseBot.TRADER));
    }

    @Test
    void givesTheSameAnswerToTheSameRequestAgain(FakePlatform platform) {
        String token = platform.guestToken();
        String body = "{\"commandId\": \"%s\"}".formatted(UUID.randomUUID());

        Answer first = platform.post("/matches", token, body);
        Answer second = platform.post("/matches", token, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void reportsEveryFaultOfTheBody(FakePlatform platform) {
        Answer answer = platform.post("/matches", platform.guestToken(), """
                {"mapTypeId": 1, "seats": 1, "durationMs": 3600001, "waitMs": 9999, "bots": "UNKNOWN", "map": {}}""");

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers())
                .containsExactly("/mapTypeId", "/seats", "/durationMs", "/bots", "/waitMs", "/map");
    }

    @Test
    void aMatchForBotsWaitsForHalfAMinuteAtLeast(FakePlatform platform) {
        Answer tooShort = platform.post("/matches", platform.guestToken(), "{\"waitMs\": 29999, \"bots\": \"MINER\"}");
        assertThat(tooShort.problem()).isEqualTo("422 MALFORMED");
        assertThat(tooShort.pointers()).containsExactly("/waitMs");

        assertThat(platform.post("/matches", platform.guestToken(), "{\"waitMs\": 30000, \"bots\": \"MINER\"}")
                        .status())
                .isEqualTo(201);
        assertThat(platform.post("/matches", platform.guestToken(), "{\"waitMs\": 10000}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesUnknownMapTypes(FakePlatform platform) {
        Answer answer = platform.post(
                "/matches", platform.guestToken(), "{\"mapTypeId\": \"%s\"}".formatted(UUID.randomUUID()));

        assertThat(answer.problem()).isEqualTo("404 UNKNOWN_MAP_TYPE");
    }

    @Test
    void saysWhichMatchStandsInTheWay(FakePlatform platform) {
        String token = platform.guestToken();
        platform.decider().setRoomLeft(0);
        try {
            Answer answer = platform.post("/matches", token, null);

            assertThat(answer.problem()).isEqualTo("429 LIMIT_REACHED");
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.json().get("details").get("gameId").textValue()).isNotEmpty();
        } finally {
            platform.decider().setRoomLeft(Integer.MAX_VALUE);
        }
    }

    @Test
    void isForPlayersOnly(FakePlatform platform) {
        assertThat(platform.post("/matches", platform.administratorToken(), null)
                        .problem())
                .isEqualTo("403 NOT_A_PLAYER");
        assertThat(platform.post("/matches", null, null).problem()).isEqualTo("401 UNAUTHENTICATED");
    }
}
