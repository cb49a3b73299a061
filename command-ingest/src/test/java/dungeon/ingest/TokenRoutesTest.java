package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class TokenRoutesTest {
    private static JWTClaimsSet claims(JsonNode answer) throws Exception {
        return SignedJWT.parse(answer.get("token").textValue()).getJWTClaimsSet();
    }

    private static Answer renew(FakePlatform platform, String token, String body) {
        return platform.post("/auth/token", token, body);
    }

    @Test
    void givesEachTokenAnIdAndATime(FakePlatform platform) throws Exception {
        JsonNode guest = platform.guest().json();

        assertThat(claims(guest).getJWTID()).isEqualTo(guest.get("tokenId").textValue());
        assertThat(claims(guest).getIssueTime().toInstant())
                .isBetween(Instant.now().minusSeconds(30), Instant.now());
    }

    @Test
    void givesAPlayerAnotherTokenWhileTheFirstGoesOnToHold(FakePlatform platform) throws Exception {
        JsonNode guest = platform.guest().json();
        String token = guest.get("token").textValue();

        Answer answer = renew(platform, token, null);

        assertThat(answer.status()).isEqualTo(201);
        JsonNode renewed = answer.json();
        assertThat(renewed.get("playerId")).isEqualTo(guest.get("playerId"));
        assertThat(renewed.get("playerName")).isEqualTo(guest.get("playerName"));
        assertThat(renewed.get("tokenId")).isNotEqualTo(guest.get("tokenId"));
        assertThat(me(platform, renewed.get("token").textValue()).status()).isEqualTo(200);
        assertThat(me(platform, token).status()).isEqualTo(200);
    }

    @Test
    void givesATokenForAsLongAsIsAskedFor(FakePlatform platform) throws Exception {
        JsonNode renewed = renew(platform, platform.guestToken(), "{\"lifetimeMs\": 3600000}")
                .json();

        assertThat(Duration.between(
                        claims(renewed).getIssueTime().toInstant(),
                        Instant.parse(renewed.get("expiresAt").textValue())))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void refusesWhatItCannotGive(FakePlatform platform) {
        String token = platform.guestToken();

        assertThat(renew(platform, token, "{\"lifetimeMs\": 1}").problem()).isEqualTo("422 MALFORMED");
        assertThat(renew(platform, token, "{\"lifetimeMs\": 2592000001}").problem())
                .isEqualTo("422 MALFORMED");
        assertThat(renew(platform, token, "{\"gameId\": \"every\"}").problem()).isEqualTo("422 MALFORMED");
        assertThat(renew(platform, token, "{\"revokePrevious\": 1}").problem()).isEqualTo("422 MALFORMED");
        assertThat(renew(platform, token, "{\"roles\": []}").problem()).isEqualTo("422 MALFORMED");
        assertThat(renew(platform, null, null).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(renew(platform, platform.administratorToken(), null).problem())
                .isEqualTo("403 NOT_A_PLAYER");
    }

    @Test
    void givesATokenForOneGameThatOpensNothingElse(FakePlatform platform) throws Exception {
        String gameId = GamesTest.created(platform);
        String other = GamesTest.created(platform);
        String bound = renew(platform, platform.guestToken(), "{\"gameId\": \"%s\"}".formatted(gameId))
                .json()
                .get("token")
                .textValue();

        assertThat(platform.post("/games/%s/participants".formatted(gameId), bound, null)
                        .status())
                .isEqualTo(201);
        assertThat(platform.post("/games/%s/participants".formatted(other), bound, null)
                        .problem())
                .isEqualTo("401 UNAUTHENTICATED");
        assertThat(platform.post("/practice-games", bound, null).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(platform.post("/map-types", bound, "{}").problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(renew(platform, bound, null).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(me(platform, bound).json().get("gameId").textValue()).isEqualTo(gameId);
    }

    @Test
    void saysWhoAPlayerIs(FakePlatform platform) {
        JsonNode guest = platform.guest().json();

        JsonNode me = me(platform, guest.get("token").textValue()).json();

        assertThat(me.toString())
                .isEqualTo("{\"playerId\":%s,\"playerName\":%s,\"kind\":\"player\",\"tokenId\":%s,\"expiresAt\":%s}"
                        .formatted(
                                guest.get("playerId"),
                                guest.get("playerName"),
                                guest.get("tokenId"),
                                guest.get("expiresAt")));
    }

    @Test
    void saysWhoTheAdministratorIs(FakePlatform platform) {
        JsonNode me = me(platform, platform.administratorToken()).json();

        assertThat(me.get("kind").textValue()).isEqualTo("administrator");
        assertThat(me.has("playerId")).isFalse();
    }

    @Test
    void listsThoseOfAPlayerThatHold(FakePlatform platform) {
        JsonNode guest = platform.guest().json();
        String token = guest.get("token").textValue();
        JsonNode renewed = renew(platform, token, null).json();
        JsonNode short1 = renew(platform, token, "{\"lifetimeMs\": 60000}").json();

        JsonNode all = send(platform, "GET", "/auth/tokens", token).json();

        assertThat(all).hasSize(3);
        assertThat(all)
                .extracting(each -> each.get("id"))
                .containsExactly(guest.get("tokenId"), renewed.get("tokenId"), short1.get("tokenId"));
        assertThat(all).extracting(each -> each.get("current").booleanValue()).containsExactly(true, false, false);
        assertThat(all.get(2).get("expiresAt")).isEqualTo(short1.get("expiresAt"));
        platform.delete("/auth/tokens/" + renewed.get("tokenId").textValue(), token);
        assertThat(send(platform, "GET", "/auth/tokens", token).json()).hasSize(2);
    }

    @Test
    void revokesATokenThatThePlayerHasLostAndNoOther(FakePlatform platform) throws Exception {
        String token = platform.guestToken();
        JsonNode lost = renew(platform, token, null).json();
        String path = "/auth/tokens/" + lost.get("tokenId").textValue();

        assertThat(platform.delete(path, token).status()).isEqualTo(204);

        assertThat(me(platform, lost.get("token").textValue()).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(platform.post("/practice-games", lost.get("token").textValue(), null)
                        .problem())
                .isEqualTo("401 UNAUTHENTICATED");
        assertThat(me(platform, token).status()).isEqualTo(200);
        assertThat(platform.get("/.well-known/revocations.json").json().get("tokens"))
                .anySatisfy(revoked -> {
                    assertThat(revoked.get("id")).isEqualTo(lost.get("tokenId"));
                    assertThat(revoked.get("playerId")).isEqualTo(lost.get("playerId"));
                    assertThat(revoked.get("until")).isEqualTo(lost.get("expiresAt"));
                });
        assertThat(platform.delete(path, token).status()).as("again").isEqualTo(204);
    }

    @Test
    void revokesTheTokenOfTheRequestWhenItIsRenewed(FakePlatform platform) {
        String token = platform.guestToken();

        JsonNode renewed = renew(platform, token, "{\"revokePrevious\": true}").json();

        assertThat(me(platform, token).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(me(platform, renewed.get("token").textValue()).status()).isEqualTo(200);
    }

    @Test
    void revokesAllTokensOfAPlayerAndGivesANewOne(FakePlatform platform) {
        String token = platform.guestToken();
        String other = renew(platform, token, null).json().get("token").textValue();
        String stranger = platform.guestToken();

        Answer answer = platform.delete("/auth/tokens", token);

        assertThat(answer.status()).isEqualTo(200);
        String fresh = answer.json().get("token").textValue();
        assertThat(me(platform, token).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(me(platform, other).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(me(platform, fresh).status()).isEqualTo(200);
        assertThat(me(platform, stranger).status()).isEqualTo(200);
        // At once, and the new one is among them.
        String next = platform.delete("/auth/tokens", fresh).json().get("token").textValue();
        assertThat(me(platform, fresh).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(me(platform, next).status()).isEqualTo(200);
    }

    @Test
    void anAdministratorEndsAllTokensOfAPlayer(FakePlatform platform) {
        JsonNode guest = platform.guest().json();
        String token = guest.get("token").textValue();
        String path = "/players/%s/tokens".formatted(guest.get("playerId").textValue());

        assertThat(platform.delete(path, token).problem()).isEqualTo("403 NOT_ADMINISTRATOR");
        assertThat(platform.delete(path, platform.administratorToken()).status())
                .isEqualTo(204);
        assertThat(platform.delete(path, platform.administratorToken()).status())
                .as("again")
                .isEqualTo(204);
        assertThat(me(platform, token).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(platform.delete("/players/x/tokens", platform.administratorToken())
                        .problem())
                .isEqualTo("422 MALFORMED");
    }

    @Test
    void anAdministratorBansAPlayerAndLetsHimInAgain(FakePlatform platform) {
        JsonNode guest = platform.guest().json();
        String token = guest.get("token").textValue();
        String playerId = guest.get("playerId").textValue();
        String path = "/players/%s/ban".formatted(playerId);
        String administrator = platform.administratorToken();

        assertThat(platform.put(path, token, "{}").problem()).isEqualTo("403 NOT_ADMINISTRATOR");
        for (String tooMuch : List.of("59999", "315360000001", "\"1\"")) {
            assertThat(platform.put(path, administrator, "{\"durationMs\": %s}".formatted(tooMuch))
                            .problem())
                    .isEqualTo("422 MALFORMED");
        }
        assertThat(me(platform, token).status()).isEqualTo(200);

        Instant before = Instant.now();
        JsonNode ban =
                platform.put(path, administrator, "{\"durationMs\": 3600000}").json();
        assertThat(ban.get("playerId").textValue()).isEqualTo(playerId);
        assertThat(Instant.parse(ban.get("until").textValue()))
                .isBetween(before.plusMillis(3_599_999), Instant.now().plusSeconds(3_600));
        assertThat(me(platform, token).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(platform.put(path, administrator, "").status()).isEqualTo(200);

        assertThat(platform.delete(path, administrator).status()).isEqualTo(204);
        assertThat(platform.delete(path, administrator).problem()).isEqualTo("409 NOT_BANNED");
        assertThat(me(platform, token).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(platform.put("/players/x/ban", administrator, "{}").problem())
                .isEqualTo("422 MALFORMED");
    }

    @Test
    void whoeverLeavesIsHadByNoTokenAnyMore(FakePlatform platform) {
        String token = platform.guestToken();
        String other = renew(platform, token, null).json().get("token").textValue();

        Answer left = platform.delete("/users/me", token);

        assertThat(left.status()).isEqualTo(204);
        assertThat(left.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("session=;"));
        assertThat(me(platform, token).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(me(platform, other).problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void revokesNothingForWhoeverIsNotThePlayer(FakePlatform platform) {
        JsonNode guest = platform.guest().json();
        String path = "/auth/tokens/" + guest.get("tokenId").textValue();

        assertThat(platform.delete(path, platform.guestToken()).status()).isEqualTo(204);

        assertThat(me(platform, guest.get("token").textValue()).status()).isEqualTo(200);
        assertThat(platform.delete("/auth/tokens/x", guest.get("token").textValue())
                        .problem())
                .isEqualTo("422 MALFORMED");
        assertThat(platform.delete("/auth/tokens", "nonsense").problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void saysThatNobodyIsSignedIn(FakePlatform platform) {
        assertThat(platform.get("/users/me").problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(me(platform, "nonsense").problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void publishesWhatWasRevokedWithATagThatIsSentBack(FakePlatform platform) {
        Answer first = platform.get("/.well-known/revocations.json");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.json().get("tokens").isArray()).isTrue();
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(platform.send(platform.request("/.well-known/revocations.json")
                                .header("If-None-Match", tag)
                                .build())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void bounds(FakePlatform platform) {
        String token = platform.guestToken();
        Answer last = null;
        for (int i = 0; i < 21; i++) {
            last = renew(platform, token, null);
        }

        assertThat(last.problem()).isEqualTo("429 TOO_MANY_REQUESTS");
        assertThat(last.headers().firstValue("RateLimit-Policy")).contains("\"tokens\";q=20;w=200");
        assertThat(UUID.fromString(renew(platform, platform.guestToken(), null)
                        .json()
                        .get("tokenId")
                        .textValue()))
                .isNotNull();
    }

    private static Answer me(FakePlatform platform, String token) {
        return send(platform, "GET", "/users/me", token);
    }

    private static Answer send(FakePlatform platform, String method, String path, String token) {
        return platform.send(platform.request(path)
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
