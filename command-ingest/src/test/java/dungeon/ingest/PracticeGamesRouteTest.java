package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.JoinGame;
import dungeon.schemas.StartGame;
import dungeon.schemas.maps.ShippedMaps;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
        List<Command> commands = platform.brokers().written().stream()
                .skip(before)
                .map(platform.decider()::command)
                .toList();
        assertThat(commands).extracting(Command::getGameId).containsExactly(gameId, gameId, gameId);
        assertThat(commands).extracting(Command::getPlayerId).containsExactly(playerId, playerId, playerId);
        CreateGame create = (CreateGame) commands.get(0).getPayload();
        assertThat(create.getPracticeFor()).isEqualTo(playerId);
        assertThat(create.getParticipantLimit()).isEqualTo(3);
        assertThat(create.getDurationMs()).isEqualTo(600_000);
        assertThat(create.getMap().getName()).isEqualTo("example");
        assertThat(create.getMapTypeId()).isEqualTo(MapTypesTest.EXAMPLE_ID);
        assertThat(create.getSeed().remaining()).isEqualTo(32);
        assertThat(commands.get(1).getPayload()).isInstanceOf(JoinGame.class);
        assertThat(commands.get(2).getPayload()).isInstanceOf(StartGame.class);
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
        CreateGame create = (CreateGame) platform.decider()
                .command(platform.brokers().written().get(before + 1))
                .getPayload();
        assertThat(create.getParticipantLimit()).isEqualTo(1);
        assertThat(create.getDurationMs()).isEqualTo(10_000);
        assertThat(create.getMap()).isEqualTo(ShippedMaps.read("maze"));
        assertThat(create.getMapTypeId()).isEqualTo(ShippedMaps.idOf("maze"));
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
