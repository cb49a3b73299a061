package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import dungeon.schemas.LobbyCommand;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RegisterPlayer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedPlatform.class)
class PlayersTest {
    @Test
    void registersAPlayerAndGivesATokenThatThePublicKeyVerifies(FakePlatform platform) throws Exception {
        Answer answer = platform.post("/players", null, "{\"playerName\": \"Ada\"}");

        assertThat(answer.status()).isEqualTo(201);
        JsonNode player = answer.json();
        String playerId = UUID.nameUUIDFromBytes("player:ada".getBytes(StandardCharsets.UTF_8))
                .toString();
        assertThat(player.get("playerId").textValue()).isEqualTo(playerId);
        assertThat(player.get("playerName").textValue()).isEqualTo("Ada");
        SignedJWT jwt = SignedJWT.parse(player.get("token").textValue());
        JWK key = JWKSet.parse(platform.get("/.well-known/jwks.json").text())
                .getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(key.isPrivate()).isFalse();
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("dungeon");
        assertThat(claims.getSubject()).isEqualTo(playerId);
        assertThat(claims.getStringClaim("name")).isEqualTo("Ada");
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("player"));
        Instant expiresAt = Instant.parse(player.get("expiresAt").textValue());
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(expiresAt);
        assertThat(claims.getIssueTime().toInstant().plus(Duration.ofDays(30))).isEqualTo(expiresAt);
    }

    @Test
    void refusesATakenNameInAnyCase(FakePlatform platform) {
        assertThat(platform.post("/players", null, "{\"playerName\": \"Grace\"}")
                        .status())
                .isEqualTo(201);

        Answer second = platform.post("/players", null, "{\"playerName\": \"gRACE\"}");

        assertThat(second.problem()).isEqualTo("409 NAME_TAKEN");
        assertThat(second.json().has("token")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a b c", "Müller", "0123456789012345678901234567890123", ""})
    void refusesNamesThatAreNoNames(String name, FakePlatform platform) {
        Answer answer = platform.post("/players", null, "{\"playerName\": \"" + name + "\"}");

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers()).containsExactly("/playerName");
    }

    @Test
    void refusesUnknownAndMissingFieldsAtOnce(FakePlatform platform) {
        Answer answer = platform.post("/players", null, "{\"name\": \"Ada\", \"age\": 3}");

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers()).containsExactly("/playerName", "/name", "/age");
    }

    @Test
    void makesUpNamesForGuests(FakePlatform platform) {
        JsonNode first = platform.guest().json();
        JsonNode second = platform.guest().json();

        assertThat(first.get("playerName").textValue()).matches("Guest-[A-Z][a-z]{5}-[0-9a-z]{8}");
        assertThat(second.get("playerName")).isNotEqualTo(first.get("playerName"));
        assertThat(second.get("playerId")).isNotEqualTo(first.get("playerId"));
    }

    @Test
    void refusesNamesThatLookLikeThoseOfGuests(FakePlatform platform) {
        Answer answer = platform.post("/players", null, "{\"playerName\": \"guest-of-honour\"}");

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers()).containsExactly("/playerName");
    }

    @Test
    void triesOtherNamesForAGuestWhenSomeAreTaken(FakePlatform platform) {
        platform.decider().takeNextNames(4);

        assertThat(platform.guest().status()).isEqualTo(201);
    }

    @Test
    void givesUpWhenNoNameIsFree(FakePlatform platform) {
        platform.decider().takeNextNames(5);

        assertThat(platform.guest().problem()).isEqualTo("409 NAME_TAKEN");
        assertThat(platform.guest().status()).isEqualTo(201);
    }

    @Test
    void saysThatTheOutcomeIsPendingWhenTheLobbyDoesNotAnswerInTime(FakePlatform platform) {
        platform.decider().silenceFor(RegisterPlayer.class);
        try {
            Answer answer = platform.post("/players", null, "{\"playerName\": \"Alan\"}");

            assertThat(answer.problem()).isEqualTo("504 OUTCOME_PENDING");
            assertThat(answer.json().get("commandId").textValue()).hasSize(36);
        } finally {
            platform.decider().speakAgain();
        }
    }

    @Test
    void givesTheTokenOfALateRegistrationToWhoeverSendsTheSameCommandIdAgain(FakePlatform platform) {
        platform.decider().silenceFor(RegisterPlayer.class);
        try {
            Answer pending = platform.post("/players", null, "{\"playerName\": \"Edsger\"}");
            assertThat(pending.problem()).isEqualTo("504 OUTCOME_PENDING");
            String commandId = pending.json().get("commandId").textValue();
            assertThat(pending.json().get("detail").textValue()).contains("Edsger", commandId);
            LobbyCommand late = lastLobbyCommand(platform);
            platform.decider()
                    .publish(new LobbyEvent(
                            late.getSubject(),
                            1L,
                            Instant.now(),
                            late.getCommandId(),
                            late.getPlayerId(),
                            0,
                            new PlayerRegistered(late.getPlayerId(), "Edsger", null)));

            Answer again = platform.post("/players", null, registration("edsger", commandId));

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.json().get("playerName").textValue()).isEqualTo("Edsger");
            assertThat(platform.post(
                                    "/games/%s/participants".formatted(GamesTest.created(platform)),
                                    again.json().get("token").textValue(),
                                    null)
                            .status())
                    .isLessThan(300);
        } finally {
            platform.decider().speakAgain();
        }
    }

    @Test
    void namesTheCommandIdOfAGuestWhoseRegistrationIsPending(FakePlatform platform) {
        platform.decider().silenceFor(RegisterPlayer.class);
        String registration;
        try {
            Answer pending = platform.guest();
            assertThat(pending.problem()).isEqualTo("504 OUTCOME_PENDING");
            registration = registration(
                    pending.json().get("playerName").textValue(),
                    pending.json().get("commandId").textValue());
        } finally {
            platform.decider().speakAgain();
        }

        assertThat(platform.post("/players", null, registration).status()).isEqualTo(201);
    }

    @Test
    void givesTheTokenToNobodyWhoKnowsTheLogOnly(FakePlatform platform) {
        String commandId = UUID.randomUUID().toString();
        assertThat(platform.post("/players", null, registration("Barbara", commandId))
                        .status())
                .isEqualTo(201);
        String logged = lastLobbyCommand(platform).getCommandId();

        assertThat(logged).isNotEqualTo(commandId);
        assertThat(platform.post("/players", null, registration("Barbara", logged))
                        .problem())
                .isEqualTo("409 NAME_TAKEN");
        assertThat(platform.post(
                                "/players",
                                null,
                                registration("Barbara", UUID.randomUUID().toString()))
                        .problem())
                .isEqualTo("409 NAME_TAKEN");
        assertThat(platform.post("/players", null, registration("Barbara", commandId))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "7", "\"6D2F0F0A-3E1B-4B8E-9C53-0D6F6C0A1B2C\""})
    void refusesCommandIdsThatAreNone(String commandId, FakePlatform platform) {
        Answer answer =
                platform.post("/players", null, "{\"playerName\": \"x\", \"commandId\": %s}".formatted(commandId));

        assertThat(answer.problem()).isEqualTo("422 MALFORMED");
        assertThat(answer.pointers()).containsExactly("/commandId", "/playerName");
    }

    private static String registration(String playerName, String commandId) {
        return "{\"playerName\": \"%s\", \"commandId\": \"%s\"}".formatted(playerName, commandId);
    }

    private static LobbyCommand lastLobbyCommand(FakePlatform platform) {
        List<ProducerRecord<String, byte[]>> written = platform.brokers().written();
        return platform.decider().lobbyCommand(written.get(written.size() - 1));
    }
}
