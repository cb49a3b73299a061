package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.Pace;
import dungeon.schemas.SearchOpponent;
import dungeon.schemas.topics.LobbySubjects;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class MatchmakingRouteTest {
    @Test
    void asksThePlayersOwnSubjectForAnOpponent(FakePlatform platform) {
        Answer guest = platform.guest();
        int before = platform.brokers().written().size();

        Answer answer = platform.post("/matchmaking", guest.json().get("token").textValue(), "{\"pace\": \"SLOW\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().size()).isEqualTo(1);
        assertThat(answer.headers().firstValue("RateLimit-Policy").orElse("")).startsWith("\"commands\"");
        assertThat(answer.json().get("searchId").textValue()).hasSize(36);
        LobbyCommand asked =
                platform.decider().lobbyCommand(platform.brokers().written().get(before));
        assertThat(asked.getSubject())
                .isEqualTo(LobbySubjects.ofPlayer(guest.json().get("playerName").textValue()));
        assertThat(asked.getPlayerId()).isEqualTo(guest.json().get("playerId").textValue());
        assertThat(asked.getPayload()).isEqualTo(new SearchOpponent(Pace.SLOW, null, 0L));
    }

    @Test
    void namesTheSearchThatRuns(FakePlatform platform) {
        String token = platform.guestToken();
        Answer first = platform.post("/matchmaking", token, null);

        Answer second = platform.post("/matchmaking", token, null);

        assertThat(second.problem()).isEqualTo("409 ALREADY_SEARCHING");
        assertThat(second.json().get("details").get("searchId"))
                .isEqualTo(first.json().get("searchId"));
    }

    @Test
    void givesTheSameAnswerToTheSameRequestAgain(FakePlatform platform) {
        String token = platform.guestToken();
        String body = "{\"commandId\": \"%s\"}".formatted(UUID.randomUUID());

        Answer first = platform.post("/matchmaking", token, body);
        Answer second = platform.post("/matchmaking", token, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void goesOnWithASearchAndEndsIt(FakePlatform platform) {
        String token = platform.guestToken();
        String searchId = platform.post("/matchmaking", token, null)
                .json()
                .get("searchId")
                .textValue();
        String path = "/matchmaking/" + searchId.toUpperCase(Locale.ROOT);
        int before = platform.brokers().written().size();

        Answer renewed = platform.put(path, token, "");

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.json().toString())
                .isEqualTo("{\"searchId\":\"%s\",\"endsAt\":\"1970-01-01T00:00:01Z\"}".formatted(searchId));
        assertThat(platform.decider()
                        .lobbyCommand(platform.brokers().written().get(before))
                        .getSubject())
                .isEqualTo("pool:tictactoe");
        assertThat(platform.delete(path, token).status()).isEqualTo(204);
        assertThat(platform.delete(path, token).problem()).isEqualTo("409 NOT_SEARCHING");
        assertThat(platform.put(path, token, "").problem()).isEqualTo("409 NOT_SEARCHING");
    }

    @Test
    void refusesWhatIsNoSearch(FakePlatform platform) {
        String token = platform.guestToken();

        assertThat(platform.put("/matchmaking/mine", token, "").problem()).isEqualTo("404 UNKNOWN_SEARCH");
        assertThat(platform.post("/matchmaking", token, "{\"pace\": \"BULLET\"}")
                        .problem())
                .isEqualTo("422 MALFORMED");
        assertThat(platform.post("/matchmaking", null, null).problem()).isEqualTo("401 UNAUTHENTICATED");
    }
}
