package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.maps.ShippedMaps;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class MapTypesTest {
    static final String EXAMPLE_ID = UUID.nameUUIDFromBytes("map-type:example".getBytes(StandardCharsets.UTF_8))
            .toString();

    @Test
    void storesAMapTypeThatGamesCanUse(FakePlatform platform) {
        Answer stored = platform.post("/map-types", platform.guestToken(), GamesTest.map(12, 9));

        assertThat(stored.status()).isEqualTo(201);
        String mapTypeId = stored.json().get("mapTypeId").textValue();
        Answer game = platform.post(
                "/games",
                platform.administratorToken(),
                "{\"mapTypeId\": \"%s\", \"participantLimit\": 2}".formatted(mapTypeId));
        assertThat(game.status()).isEqualTo(201);
    }

    @Test
    void givesTheSameAnswerToTheSameRequestAgain(FakePlatform platform) {
        String map = GamesTest.map(12, 9).replaceFirst("\\{", "{\"commandId\": \"%s\", ".formatted(UUID.randomUUID()));
        for (String token : List.of(platform.guestToken(), platform.administratorToken())) {
            Answer first = platform.post("/map-types", token, map);
            assertThat(first.status()).isEqualTo(201);
            assertThat(platform.post("/map-types", token, map).json()).isEqualTo(first.json());
        }
    }

    @Test
    void removesAMapTypeForItsOwnerAndForTheAdministrator(FakePlatform platform) {
        String token = platform.guestToken();
        String first = storedId(platform, token);
        String second = storedId(platform, token);

        assertThat(platform.delete("/map-types/" + first, token).status()).isEqualTo(204);
        assertThat(platform.delete("/map-types/" + second, platform.administratorToken())
                        .status())
                .isEqualTo(204);
        assertThat(platform.delete("/map-types/" + second, platform.administratorToken())
                        .problem())
                .isEqualTo("404 UNKNOWN_MAP_TYPE");
        assertThat(platform.delete("/map-types/" + UUID.nameUUIDFromBytes(new byte[0]), token)
                        .problem())
                .isEqualTo("404 UNKNOWN_MAP_TYPE");
        assertThat(platform.post("/practice-games", token, "{\"mapTypeId\": \"%s\"}".formatted(first))
                        .problem())
                .isEqualTo("404 UNKNOWN_MAP_TYPE");
    }

    private static String storedId(FakePlatform platform, String token) {
        return platform.post("/map-types", token, GamesTest.map(12, 9))
                .json()
                .get("mapTypeId")
                .textValue();
    }

    @Test
    void reportsTenFaultsOfTheJsonAtOnce(FakePlatform platform) {
        Answer answer = platform.post("/map-types", platform.guestToken(), """
                {"description": 1, "width": "ten", "height": 8.5, "defaultGravity": "HEAVY", "colour": "red",
                 "gravity": [{"area": {"ring": [1]}, "level": "LIGHT"}, {"level": "LIGHT"}],
                 "structure": [{"area": {"everything": true}, "kind": "WALL"}],
                 "contents": 5}
                """);

        assertThat(answer.problem()).isEqualTo("422 INVALID_MAP");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/name",
                        "/description",
                        "/width",
                        "/height",
                        "/defaultGravity",
                        "/gravity/0/area/ring",
                        "/gravity/1/area",
                        "/structure/0/area/everything",
                        "/structure/0/kind",
                        "/contents",
                        "/colour");
    }

    @Test
    void reportsTheFaultsThatTheLobbyFinds(FakePlatform platform) {
        Answer answer = platform.post("/map-types", platform.guestToken(), GamesTest.map(1000, 999));

        assertThat(answer.problem()).isEqualTo("422 INVALID_MAP");
        assertThat(answer.pointers()).containsExactly("/width", "/height");
        assertThat(answer.json().get("faults").get(0).get("problem").textValue())
                .isEqualTo("must be 2 to 200");
    }

    @Test
    void refusesAMapTypeThatWouldNotFitIntoARecord(FakePlatform platform) {
        String map =
                GamesTest.map(10, 10).replace("\"name\"", "\"description\": \"" + "x".repeat(600_000) + "\", \"name\"");

        assertThat(platform.post("/map-types", platform.guestToken(), map).problem())
                .isEqualTo("413 COMMAND_TOO_LARGE");
    }

    @Test
    void registersTheShippedMapTypesAsAdministratorAtTheStart(FakePlatform platform) {
        ProducerRecord<String, byte[]> first = platform.brokers().written().get(0);
        LobbyCommand command = platform.decider().lobbyCommand(first);

        assertThat(first.topic()).isEqualTo("lobby.commands.v1");
        assertThat(first.key()).isEqualTo("map-type:" + EXAMPLE_ID);
        assertThat(command.getPlayerId()).isNull();
        assertThat(((CreateMapType) command.getPayload()).getMap().getName()).isEqualTo("example");
        assertThat(new String(
                        first.headers().lastHeader(Topics.AUTHORIZATION_HEADER).value(), StandardCharsets.UTF_8))
                .isEqualTo("Bearer " + platform.administratorToken());
    }

    @Test
    void registersAllMapTypesThatShip(FakePlatform platform) {
        await().untilAsserted(() -> assertThat(platform.brokers().written())
                .extracting(ProducerRecord::key)
                .containsAll(ShippedMaps.NAMES.stream()
                        .map(name -> "map-type:" + ShippedMaps.idOf(name))
                        .toList()));
    }
}
