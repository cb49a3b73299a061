package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.JoinGame;
import dungeon.schemas.StartGame;
import dungeon.schemas.topics.GivenNames;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class GamesTest {
    static String map(int width, int height) {
        return """
                {"name": "plain", "width": %d, "height": %d, "defaultGravity": "LIGHT",
                 "contents": [{"area": {"all": true}, "kind": "SPACE_STATION", "count": 1}]}""".formatted(width, height);
    }

    /** Creates a game and returns its id. */
    static String created(FakePlatform platform) {
        Answer answer = platform.post(
                "/games",
                platform.administratorToken(),
                "{\"mapTypeId\": \"%s\", \"participantLimit\": 4, \"durationMs\": 60000}"
                        .formatted(MapTypesTest.EXAMPLE_ID));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().get("gameId").textValue();
    }

    private static Command lastCommand(FakePlatform platform) {
        List<ProducerRecord<String, byte[]>> written = platform.brokers().written();
        return platform.decider().command(written.get(written.size() - 1));
    }

    @Test
    void createsAGameFromAStoredMapType(FakePlatform platform) {
        String gameId = created(platform);

        Command command = lastCommand(platform);
        assertThat(command.getGameId()).isEqualTo(gameId);
        assertThat(command.getPlayerId()).isNull();
        CreateGame create = (CreateGame) command.getPayload();
        assertThat(create.getMap().getName()).isEqualTo("example");
        assertThat(create.getMap().getContents()).hasSize(7);
        assertThat(create.getParticipantLimit()).isEqualTo(4);
        assertThat(create.getDurationMs()).isEqualTo(60_000);
        assertThat(create.getSeed().remaining()).isEqualTo(32);
        assertThat(create.getPracticeFor()).isNull();
        assertThat(create.getMapTypeId()).isEqualTo(MapTypesTest.EXAMPLE_ID);
    }

    @Test
    void putsGivenRulesOverTheDefaults(FakePlatform platform) {
        Answer answer = platform.post(
                "/games",
                platform.administratorToken(),
                "{\"map\": %s, \"participantLimit\": 2, \"rules\": {\"robotPrice\": 7, \"moveEnergy\": [2, 3, 4]}}"
                        .formatted(map(5, 6)));

        assertThat(answer.status()).isEqualTo(201);
        CreateGame create = (CreateGame) lastCommand(platform).getPayload();
        assertThat(create.getRules().getRobotPrice()).isEqualTo(7);
        assertThat(create.getRules().getMoveEnergy()).containsExactly(2, 3, 4);
        assertThat(create.getRules().getInitialCredits()).isEqualTo(500);
        assertThat(create.getDurationMs()).isEqualTo(600_000);
        assertThat(create.getMap().getHeight()).isEqualTo(6);
    }

    @Test
    void aGameFromAPlanNamesNoMapType(FakePlatform platform) {
        Answer answer = platform.post(
                "/games", platform.administratorToken(), "{\"map\": %s, \"participantLimit\": 2}".formatted(map(5, 6)));

        assertThat(answer.status()).isEqualTo(201);
        CreateGame create = (CreateGame) lastCommand(platform).getPayload();
        assertThat(create.getMap().getName()).isEqualTo("plain");
        assertThat(create.getMapTypeId()).isNull();
    }

    @Test
    void drawsAnotherSeedForEachGame(FakePlatform platform) {
        created(platform);
        CreateGame first = (CreateGame) lastCommand(platform).getPayload();
        created(platform);
        CreateGame second = (CreateGame) lastCommand(platform).getPayload();

        assertThat(first.getSeed()).isNotEqualTo(second.getSeed());
    }

    @Test
    void reportsEveryFaultOfAGame(FakePlatform platform) {
        Answer answer = platform.post("/games", platform.administratorToken(), """
                {"mapTypeId": 5, "durationMs": "long", "rules": {"robotPrice": "cheap", "luck": 1},
                 "seed": "AAAA", "practiceFor": "me", "fee": 3}
                """);

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/mapTypeId",
                        "/durationMs",
                        "/rules/robotPrice",
                        "/rules/luck",
                        "/seed",
                        "/practiceFor",
                        "/fee",
                        "/participantLimit");
    }

    @Test
    void wantsEitherAMapOrAMapType(FakePlatform platform) {
        String token = platform.administratorToken();

        assertThat(platform.post("/games", token, "{\"participantLimit\": 2}").pointers())
                .containsExactly("/map");
        assertThat(platform.post(
                                "/games",
                                token,
                                "{\"participantLimit\": 2, \"map\": %s, \"mapTypeId\": \"%s\"}"
                                        .formatted(map(5, 5), MapTypesTest.EXAMPLE_ID))
                        .pointers())
                .containsExactly("/mapTypeId");
        assertThat(platform.post("/games", token, "[]").problem()).isEqualTo("422 MALFORMED");
    }

    @Test
    void knowsOnlyStoredMapTypes(FakePlatform platform) {
        Answer answer = platform.post(
                "/games",
                platform.administratorToken(),
                "{\"participantLimit\": 2, \"mapTypeId\": \"%s\"}".formatted(UUID.randomUUID()));

        assertThat(answer.problem()).isEqualTo("404 UNKNOWN_MAP_TYPE");
    }

    @Test
    void pointsIntoTheBodyWhenTheMapOrTheRulesAreRefused(FakePlatform platform) {
        Answer badMap = platform.post(
                "/games",
                platform.administratorToken(),
                "{\"participantLimit\": 2, \"map\": %s}".formatted(map(500, 5)));
        Answer badRules = platform.post(
                "/games",
                platform.administratorToken(),
                "{\"participantLimit\": 2, \"map\": %s, \"rules\": {\"initialCredits\": -1}}".formatted(map(5, 5)));

        assertThat(badMap.problem()).isEqualTo("422 INVALID_MAP");
        assertThat(badMap.pointers()).containsExactly("/map/width");
        assertThat(badRules.problem()).isEqualTo("422 INVALID_RULES");
        assertThat(badRules.pointers()).containsExactly("/rules/initialCredits");
    }

    @Test
    void startsAndEndsAGame(FakePlatform platform) {
        String gameId = created(platform);

        Answer started = platform.post("/games/%s/start".formatted(gameId), platform.administratorToken(), null);
        Answer ended = platform.post("/games/%s/end".formatted(gameId), platform.administratorToken(), null);

        assertThat(started.status()).isEqualTo(200);
        assertThat(started.json().get("gameId").textValue()).isEqualTo(gameId);
        assertThat(ended.status()).isEqualTo(200);
    }

    @Test
    void letsThePlayerOfTheTokenJoin(FakePlatform platform) {
        String gameId = created(platform);
        Answer guest = platform.guest();

        Answer answer = platform.post(
                "/games/%s/participants".formatted(gameId),
                guest.json().get("token").textValue(),
                null);

        assertThat(answer.status()).isEqualTo(201);
        Command command = lastCommand(platform);
        assertThat(command.getPlayerId()).isEqualTo(guest.json().get("playerId").textValue());
        assertThat(((JoinGame) command.getPayload()).getPlayerName())
                .isEqualTo(guest.json().get("playerName").textValue());
    }

    @Test
    void letsWhoeverWasRenamedJoinUnderTheGivenName(FakePlatform platform) {
        String gameId = created(platform);
        JsonNode player = platform.post(
                        "/players", null, "{\"playerName\": \"Rude-%d\"}".formatted(System.nanoTime() % 1_000_000))
                .json();
        String name = player.get("playerName").textValue();
        String path = "/player-names/" + name;
        assertThat(platform.delete(path, player.get("token").textValue()).problem())
                .isEqualTo("403 NOT_ADMINISTRATOR");
        assertThat(platform.delete("/player-names/x", platform.administratorToken())
                        .problem())
                .isEqualTo("422 MALFORMED");
        assertThat(platform.delete("/player-names/Nobody-here", platform.administratorToken())
                        .problem())
                .isEqualTo("404 UNKNOWN_PLAYER");

        JsonNode renamed = platform.delete(
                        path.toUpperCase(Locale.ROOT).replace("/PLAYER-NAMES", "/player-names"),
                        platform.administratorToken())
                .json();

        String given = GivenNames.of(player.get("playerId").textValue());
        assertThat(renamed.get("playerName").textValue()).isEqualTo(given);
        assertThat(renamed.get("playerId")).isEqualTo(player.get("playerId"));
        platform.post(
                "/games/%s/participants".formatted(gameId), player.get("token").textValue(), null);
        assertThat(((JoinGame) lastCommand(platform).getPayload()).getPlayerName())
                .isEqualTo(given);
        platform.post(
                "/games/%s/commands".formatted(gameId),
                player.get("token").textValue(),
                "{\"type\": \"JoinGame\", \"playerName\": \"%s\"}".formatted(name));
        assertThat(((JoinGame) lastCommand(platform).getPayload()).getPlayerName())
                .isEqualTo(given);
        assertThat(platform.post("/players", null, "{\"playerName\": \"%s\"}".formatted(given))
                        .problem())
                .isEqualTo("422 MALFORMED");
    }

    @Test
    void refusesGamesThatDoNotExist(FakePlatform platform) {
        String gameId = UUID.randomUUID().toString();
        Answer unknown = platform.post("/games/%s/participants".formatted(gameId), platform.guestToken(), null);
        Answer noId = platform.post("/games/first/participants", platform.guestToken(), null);

        assertThat(unknown.problem()).isEqualTo("404 UNKNOWN_GAME");
        assertThat(unknown.json().get("gameId").textValue()).isEqualTo(gameId);
        assertThat(noId.problem()).isEqualTo("404 UNKNOWN_GAME");
    }

    @Test
    void namesCommandAndGameWhenTheOutcomeIsPending(FakePlatform platform) {
        String gameId = created(platform);
        platform.decider().silenceFor(StartGame.class);
        try {
            Answer answer = platform.post("/games/%s/start".formatted(gameId), platform.administratorToken(), null);

            assertThat(answer.problem()).isEqualTo("504 OUTCOME_PENDING");
            assertThat(answer.json().get("gameId").textValue()).isEqualTo(gameId);
            assertThat(answer.json().get("commandId").textValue())
                    .isEqualTo(lastCommand(platform).getCommandId());
        } finally {
            platform.decider().speakAgain();
        }
    }
}
