package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.github.GitHubStandIn;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.TestBrowser;
import dungeon.schemas.topics.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final String PAGE = "http://127.0.0.1:18081";
    private static final String ADMINISTRATOR = "4711";
    private static final String BEGINNING = "/oauth2/authorization/github";

    private static GitHubStandIn github;
    private static FakePlatform platform;
    private static long accounts = 583_230;

    @BeforeAll
    static void start() {
        github = GitHubStandIn.start(PAGE + "/ingest/login/oauth2/code/github");
        platform = FakePlatform.started(settings(github.url()));
    }

    private static Map<String, Object> settings(String tokens) {
        return Map.of(
                "dungeon.ingest.login.publicUrl",
                PAGE,
                "dungeon.ingest.login.github.clientId",
                GitHubStandIn.CLIENT_ID,
                "dungeon.ingest.login.github.clientSecret",
                GitHubStandIn.CLIENT_SECRET,
                "dungeon.ingest.login.github.administrators",
                ADMINISTRATOR,
                "dungeon.ingest.login.github.authorizationUri",
                github.url() + "/login/oauth/authorize",
                "dungeon.ingest.login.github.tokenUri",
                tokens + "/login/oauth/access_token",
                "dungeon.ingest.login.github.userUri",
                tokens + "/user");
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
        github.close();
    }

    @Test
    void signingInMakesAPlayerAndSigningInAnywhereFindsThemAgain() {
        String account = nextAccount();
        TestBrowser first = browser(account);
        assertThat(first.follow(BEGINNING)).isEqualTo(PAGE + "/?login=signed-in");
        JsonNode player = first.get("/users/me").json();
        assertThat(player.path("kind").asText()).isEqualTo("player");
        assertThat(player.path("playerName").asText()).matches("[A-Z][a-z]{5}-[0-9a-z]{8}");

        TestBrowser elsewhere = browser(account);
        elsewhere.follow(BEGINNING);
        JsonNode again = elsewhere.get("/users/me").json();
        assertThat(again.path("playerId")).isEqualTo(player.path("playerId"));
        assertThat(again.path("tokenId")).isNotEqualTo(player.path("tokenId"));
    }

    @Test
    void aGuestWhoSignsInStaysWhoTheyAre() {
        TestBrowser browser = browser(nextAccount());
        JsonNode guest = browser.post("/auth/guest/session").json();
        browser.follow(BEGINNING);
        assertThat(browser.get("/users/me").json().path("playerId")).isEqualTo(guest.path("playerId"));
    }

    @Test
    void anAccountThatIsLinkedIsNotLinkedToAnotherGuest() {
        String account = nextAccount();
        TestBrowser first = browser(account);
        first.follow(BEGINNING);
        TestBrowser second = browser(account);
        second.post("/auth/guest/session");
        second.follow(BEGINNING);
        assertThat(second.get("/users/me").json().path("playerId"))
                .isEqualTo(first.get("/users/me").json().path("playerId"));
    }

    @Test
    void whoeverIsBannedIsLetInByNoLoginUntilTheBanIsLifted() {
        String account = nextAccount();
        TestBrowser browser = browser(account);
        browser.follow(BEGINNING);
        JsonNode player = browser.get("/users/me").json();
        String ban = "/players/%s/ban".formatted(player.path("playerId").asText());
        assertThat(platform.put(ban, platform.administratorToken(), "{}").status())
                .isEqualTo(200);

        assertThat(browser.get("/users/me").problem()).isEqualTo("401 UNAUTHENTICATED");
        TestBrowser elsewhere = browser(account);
        assertThat(elsewhere.follow(BEGINNING)).isEqualTo(PAGE + "/?login=banned");
        assertThat(elsewhere.setCookies()).noneMatch(cookie -> cookie.startsWith("session=ey"));

        platform.delete(ban, platform.administratorToken());
        // Tokens tell whole seconds, so one of the second of the ban is not believed.
        await().untilAsserted(() -> {
            assertThat(elsewhere.follow(BEGINNING)).isEqualTo(PAGE + "/?login=signed-in");
            assertThat(elsewhere.get("/users/me").json().path("playerId")).isEqualTo(player.path("playerId"));
        });
    }

    @Test
    void aLinkEndsForWhoeverShowsTheAccountAgain() {
        String account = nextAccount();
        TestBrowser browser = browser(account);
        browser.follow(BEGINNING);
        JsonNode player = browser.get("/users/me").json();
        assertThat(browser.follow(BEGINNING + "?intent=unlink")).isEqualTo(PAGE + "/?login=unlinked");
        assertThat(browser.follow(BEGINNING + "?intent=unlink")).isEqualTo(PAGE + "/?login=not-linked");
        TestBrowser elsewhere = browser(account);
        elsewhere.follow(BEGINNING);
        assertThat(elsewhere.get("/users/me").json().path("playerId")).isNotEqualTo(player.path("playerId"));
    }

    @Test
    void theCookieIsForTheServerAloneAndTheTokenIsInNoAddress() {
        TestBrowser browser = browser(nextAccount());
        browser.follow(BEGINNING);
        assertThat(browser.setCookies())
                .filteredOn(cookie -> cookie.startsWith("session="))
                .singleElement()
                .asString()
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/");
        assertThat(browser.addresses()).noneMatch(address -> address.contains("eyJ"));
    }

    @Test
    void nothingOfTheAccountIsInTheLog() {
        String account = nextAccount();
        browser(account).follow(BEGINNING);
        assertThat(platform.brokers().written())
                .filteredOn(message -> message.topic().equals(Topics.IDENTITY_COMMANDS.name()))
                .isNotEmpty()
                .allSatisfy(message -> {
                    assertThat(message.key()).matches("login:[0-9a-f]{64}|account:[0-9a-f-]{36}");
                    assertThat(new String(message.value(), StandardCharsets.ISO_8859_1))
                            .doesNotContain(account, "somebody");
                });
    }

    @Test
    void whoeverSaysNoAtGitHubIsNobody() {
        TestBrowser browser = browser("refuses");
        assertThat(browser.follow(BEGINNING)).isEqualTo(PAGE + "/?login=denied");
        assertThat(browser.get("/users/me").problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void aLoginThatAnotherBrowserBeganIsOfNoUse() {
        TestBrowser attacker = browser(nextAccount());
        String back = attacker.followUntil(BEGINNING, "/ingest/login/oauth2/code/github");
        TestBrowser victim = browser(nextAccount());
        assertThat(victim.follow(back)).isEqualTo(PAGE + "/?login=expired");
        assertThat(victim.get("/users/me").problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void aLoginThatWasBegunElsewhereLinksNobodyWhoseCookieItBecame() {
        TestBrowser attacker = browser(nextAccount());
        String back = attacker.followUntil(BEGINNING, "/ingest/login/oauth2/code/github");
        TestBrowser victim = browser(nextAccount());
        JsonNode guest = victim.post("/auth/guest/session").json();
        victim.with("login", attacker.cookie("login"));
        assertThat(victim.follow(back)).isEqualTo(PAGE + "/?login=expired");
        assertThat(victim.get("/users/me").json().path("playerId")).isEqualTo(guest.path("playerId"));
    }

    @Test
    void aTokenForOneGameLinksNobody() {
        JsonNode guest = platform.guest().json();
        String bound = platform.post(
                        "/auth/token",
                        guest.path("token").asText(),
                        "{\"gameId\": \"5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001\"}")
                .json()
                .path("token")
                .asText();
        TestBrowser thief = browser(nextAccount()).with("session", bound);
        assertThat(thief.follow(BEGINNING)).isEqualTo(PAGE + "/?login=signed-in");
        assertThat(thief.get("/users/me").json().path("playerId")).isNotEqualTo(guest.path("playerId"));
    }

    @Test
    void noOtherSiteBeginsALogin() {
        TestBrowser browser = browser(nextAccount());
        assertThat(browser.from("cross-site").get(BEGINNING + "?intent=unlink").status())
                .isEqualTo(404);
        assertThat(browser.from("same-origin").get(BEGINNING).status()).isEqualTo(302);
    }

    @Test
    void ofOtherProvidersNothingIsKnown() {
        assertThat(browser(nextAccount()).get("/oauth2/authorization/x").status())
                .isEqualTo(404);
    }

    @Test
    void anAddressInDisguiseIsTheSame() {
        TestBrowser browser = browser(nextAccount());
        assertThat(browser.postWithoutProof("/auth/guest/%73ession", "{}").problem())
                .isEqualTo("403 CSRF_TOKEN_MISSING");
    }

    @Test
    void whoeverHasSignedOutTooOftenIsSignedOutAllTheSame() {
        TestBrowser browser = browser(nextAccount());
        browser.post("/auth/guest/session");
        platform.decider().setFullOfRevocations(true);
        try {
            assertThat(browser.delete("/auth/session").status()).isEqualTo(204);
        } finally {
            platform.decider().setFullOfRevocations(false);
        }
        assertThat(browser.cookie("session")).isNull();
    }

    @Test
    void aSessionIsGivenAtOnceAfterAllTokensWereTakenBack() {
        String fresh = platform.delete("/auth/tokens", platform.guestToken())
                .json()
                .path("token")
                .asText();
        TestBrowser browser = browser(nextAccount());
        browser.postWithToken("/auth/session", fresh);
        assertThat(browser.get("/users/me").status()).isEqualTo(200);
    }

    @Test
    void anAdministratorsSessionDoesNotGoOnByItself() {
        TestBrowser browser = browser(ADMINISTRATOR);
        browser.follow(BEGINNING + "?intent=administrate");
        String first = browser.get("/users/me").json().path("expiresAt").asText();
        browser.post("/auth/session");
        assertThat(Instant.parse(
                        browser.get("/users/me").json().path("expiresAt").asText()))
                .isBeforeOrEqualTo(Instant.parse(first));
    }

    @Test
    void aStateThatWasChangedIsOfNoUse() {
        TestBrowser browser = browser(nextAccount());
        String back = browser.followUntil(BEGINNING, "/ingest/login/oauth2/code/github");
        assertThat(browser.follow(back.replaceAll("state=[^&]+", "state=another")))
                .isEqualTo(PAGE + "/?login=expired");
    }

    @Test
    void aCodeCountsOnce() {
        TestBrowser browser = browser(nextAccount());
        String back = browser.followUntil(BEGINNING, "/ingest/login/oauth2/code/github");
        TestBrowser copy = browser.copy();
        assertThat(browser.follow(back)).isEqualTo(PAGE + "/?login=signed-in");
        // Even with the state of the first time.
        assertThat(copy.follow(back)).isEqualTo(PAGE + "/?login=expired");
        assertThat(copy.get("/users/me").problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void saysThatGitHubIsAway() throws IOException {
        String nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = "http://127.0.0.1:" + free.getLocalPort();
        }
        try (FakePlatform cutOff = FakePlatform.started(settings(nobody))) {
            TestBrowser browser = new TestBrowser(PAGE, cutOff.port()).with("github", nextAccount());
            assertThat(browser.follow(BEGINNING)).isEqualTo(PAGE + "/?login=away");
        }
    }

    @Test
    void sendsTheBrowserToNoOtherSite() {
        TestBrowser browser = browser(nextAccount());
        browser.follow(BEGINNING + "?redirect_uri=http://evil.example/&continue=http://evil.example/");
        assertThat(browser.addresses())
                .allSatisfy(address -> assertThat(URI.create(address).getHost()).isEqualTo("127.0.0.1"));
    }

    @Test
    void saysThatOneCanSignInWithGitHub() {
        assertThat(platform.get("/auth/providers").json().toString())
                .isEqualTo("{\"providers\":[{\"name\":\"github\",\"path\":\"/oauth2/authorization/github\"}]}");
    }

    @Test
    void aRequestWithACookieNeedsTheProofThatThePageSentIt() {
        TestBrowser browser = browser(nextAccount());
        browser.post("/auth/guest/session");
        browser.get("/users/me");
        Answer without = browser.postWithoutProof("/practice-games", "{}");
        assertThat(without.problem()).isEqualTo("403 CSRF_TOKEN_MISSING");
        assertThat(browser.post("/practice-games", "{}").status()).isEqualTo(201);
    }

    @Test
    void noOtherSiteBeginsASessionForABrowser() {
        Answer answer = browser(nextAccount()).postWithoutProof("/auth/guest/session", "{}");
        assertThat(answer.problem()).isEqualTo("403 CSRF_TOKEN_MISSING");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("session="));
    }

    @Test
    void aPageOfAnotherServerOnTheSameMachineCannotUseTheCookie() {
        TestBrowser browser = browser(nextAccount());
        browser.post("/auth/guest/session");
        browser.get("/users/me");
        for (String site : List.of("same-site", "cross-site")) {
            assertThat(browser.from(site).post("/practice-games", "{}").problem())
                    .isEqualTo("403 CSRF_TOKEN_MISSING");
        }
        assertThat(browser.from("same-origin").post("/practice-games", "{}").status())
                .isEqualTo(201);
    }

    @Test
    void anAccountThatTheSettingsNameGovernsTheGamesForAnHour() {
        TestBrowser browser = browser(ADMINISTRATOR);
        assertThat(browser.follow(BEGINNING + "?intent=administrate")).isEqualTo(PAGE + "/?login=signed-in");
        JsonNode administrator = browser.get("/users/me").json();
        assertThat(administrator.path("kind").asText()).isEqualTo("administrator");
        assertThat(Instant.parse(administrator.path("expiresAt").asText()))
                .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_600));
        TestBrowser other = browser(nextAccount());
        assertThat(other.follow(BEGINNING + "?intent=administrate")).isEqualTo(PAGE + "/?login=not-administrator");
        assertThat(other.get("/users/me").problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void aSessionThatHasEndedIsNobodys() {
        TestBrowser browser = browser(nextAccount());
        browser.post("/auth/guest/session");
        browser.get("/users/me");
        String token = browser.cookie("session");
        assertThat(browser.delete("/auth/session").status()).isEqualTo(204);
        assertThat(browser.get("/users/me").problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(browser.with("session", token).get("/users/me").problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void aTokenBecomesASession() {
        JsonNode guest = platform.guest().json();
        TestBrowser browser = browser(nextAccount());
        assertThat(browser.postWithToken("/auth/session", guest.path("token").asText())
                        .status())
                .isEqualTo(201);
        assertThat(browser.get("/users/me").json().path("playerId")).isEqualTo(guest.path("playerId"));
    }

    private static synchronized String nextAccount() {
        return String.valueOf(++accounts);
    }

    private static TestBrowser browser(String account) {
        return new TestBrowser(PAGE, platform.port()).with("github", account);
    }
}
