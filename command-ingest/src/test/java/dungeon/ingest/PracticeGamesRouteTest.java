package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import dungeon.schemas.Command;
import dungeon.schemas.JoinGame;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.RequestPracticeGame;
import dungeon.schemas.StartGame;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.schemas.topics.LobbySubjects;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class PracticeGamesRouteTest {
    @Test
    void createsJoinsAndStartsAGameOfOnesOwn(FakePlatform platform) {
        Answer guest = platform.guest();
        String playerId = guest.json().get("playerId").textValue();
        int before = platform.brokers().written().size();

        Answer answer =
                platform.post("/practice-games", guest.json().get("token").textValue(), null);

        assertThat(answer.status()).isEqualTo(201);
        String gameId = answer.json().get("gameId").textValue();
        List<ProducerRecord<String, byte[]>> written =
                platform.brokers().written().subList(before, before + 3);
        LobbyCommand asked = platform.decider().lobbyCommand(written.get(0));
        assertThat(asked.getSubject())
                .isEqualTo(LobbySubjects.ofPlayer(guest.json().get("playerName").textValue()));
        assertThat(asked.getPlayerId()).isEqualTo(playerId);
        assertThat(asked.getPayload())
                .isEqualTo(new RequestPracticeGame(ShippedMaps.read("example"), MapTypesTest.EXAMPLE_ID, 2, 600_000L));
        List<Command> commands =
                written.stream().skip(1).map(platform.decider()::command).toList();
        assertThat(commands).extracting(Command::getGameId).containsExactly(gameId, gameId);
        assertThat(commands).extracting(Command::getPlayerId).containsExactly(playerId, playerId);
        assertThat(commands.get(0).getPayload()).isInstanceOf(JoinGame.class);
        assertThat(commands.get(1).getPayload()).isInstanceOf(StartGame.class);
        assertThat(answer.json().get("endsAt").textValue()).isEqualTo("1970-01-01T00:10:01Z");
    }

    @Test
    void takesMapBotsAndDurationFromTheBody(FakePlatform platform) {
        int before = platform.brokers().written().size();
        Answer answer = platform.post(
                "/practice-games",
                platform.guestToken(),
                "{\"mapTypeId\": \"%s\", \"bots\": 0, \"durationMs\": 10000}".formatted(ShippedMaps.idOf("maze")));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(platform.decider()
                        .lobbyCommand(platform.brokers().written().get(before + 1))
                        .getPayload())
                .isEqualTo(new RequestPracticeGame(ShippedMaps.read("maze"), ShippedMaps.idOf("maze"), 0, 10_000L));
    }

    @Test
    void givesTheSameAnswerToTheSameRequestAgain(FakePlatform platform) {
        String token = platform.guestToken();
        String body = "{\"commandId\": \"%s\"}".formatted(UUID.randomUUID());

        Answer first = platform.post("/practice-games", token, body);
        Answer second = platform.post("/practice-games", token, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void saysWhenThereMayBeRoomAgain(FakePlatform platform) {
        String token = platform.guestToken();
        platform.decider().setRoomLeft(0);
        try {
            Answer answer = platform.post("/practice-games", token, null);

            assertThat(answer.problem()).isEqualTo("429 LIMIT_REACHED");
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        } finally {
            platform.decider().setRoomLeft(Integer.MAX_VALUE);
        }
    }

    @Test
    void reportsEveryFaultOfTheBody(FakePlatform platform) {
        Answer answer = platform.post(
                "/practice-games",
                platform.guestToken(),
                "{\"mapTypeId\": 1, \"bots\": 10, \"durationMs\": 3600001, \"level\": 3}");

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers()).containsExactly("/mapTypeId", "/bots", "/durationMs", "/level");
    }

    @Test
    void refusesUnknownMapTypes(FakePlatform platform) {
        Answer answer = platform.post(
                "/practice-games", platform.guestToken(), "{\"mapTypeId\": \"%s\"}".formatted(UUID.randomUUID()));

        assertThat(answer.problem()).isEqualTo("404 UNKNOWN_MAP_TYPE");
    }

    @Test
    void refusesASecondGameUntilTheFirstIsOver(FakePlatform platform) {
        String token = platform.guestToken();
        String gameId = platform.post("/practice-games", token, null)
                .json()
                .get("gameId")
                .textValue();

        Answer second = platform.post("/practice-games", token, null);

        assertThat(second.problem()).isEqualTo("409 PRACTICE_GAME_RUNNING");
        assertThat(second.json().get("gameId").textValue()).isEqualTo(gameId);
        assertThat(platform.post("/games/%s/end".formatted(gameId), token, null).status())
                .isEqualTo(200);
        assertThat(platform.post("/practice-games", token, null).status()).isEqualTo(201);
    }

    @Test
    void startsOnlyOneOfManyThatAreAskedForAtTheSameTime(FakePlatform platform) {
        String token = platform.guestToken();

        List<CompletableFuture<String>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    Answer answer = platform.post("/practice-games", token, null);
                    return answer.status() == 201 ? "201" : answer.problem();
                }))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).sorted())
                .startsWith("201", "409 PRACTICE_GAME_RUNNING")
                .hasSize(8)
                .containsOnlyOnce("201");
    }
}
