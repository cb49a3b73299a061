package dungeon.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is signed in at the page, and where the key to that is: in a cookie that no script reads. */
@Tag("slow")
@Timeout(300)
class SignedInPageTest {
    private static final String SESSION = "session";
    private static final String CSRF = "XSRF-TOKEN";
    /** With this every JWT begins. */
    private static final String JWT = "eyJ";

    private static final String ALL_THAT_SCRIPTS_CAN_READ =
            "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])";

    @TempDir
    private static Path folder;

    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = Stage.open(folder);
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void aGuestPlaysWithACookieThatNoScriptCanRead() {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        menu(page).playAsGuest();

        Cookie session = cookie(page.context(), SESSION).orElseThrow();
        assertThat(session.value).startsWith(JWT);
        assertThat(session.httpOnly).isTrue();
        assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat((String) page.evaluate(ALL_THAT_SCRIPTS_CAN_READ))
                .contains(CSRF)
                .doesNotContain(JWT)
                .doesNotContain(session.value);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void aReloadKeepsTheSessionEvenIfThePageHasForgottenEverything() {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        String name = menu(page).playAsGuest();

        page.evaluate("localStorage.clear()");
        page.reload();

        assertThat(menu(page).account()).hasText(name);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void playsOnWhenTheBrowserHasLostWhatShowsThatThePageSends() {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        String name = menu(page).playAsGuest();
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(CSRF));

        button(page, "Start a practice game").first().click();

        page.waitForURL(Pattern.compile(".*#/games/.*"));
        assertThat(menu(page).account()).hasText(name);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void signingOutIsFollowedByOtherTabs() {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        menu(page).playAsGuest();
        Page otherTab = page.context().newPage();
        otherTab.navigate(stage.url("/map-types"));
        assertThat(menu(otherTab).account()).isVisible();

        menu(page).signOut();

        assertThat(menu(otherTab).signIn()).isVisible();
        assertThat(cookie(page.context(), SESSION)).isEmpty();
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void theTokenOfASessionThatHasEndedHoldsNowhere() {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        menu(page).playAsGuest();
        String token = cookie(page.context(), SESSION).orElseThrow().value;
        assertThat(statusOfUser(token)).isEqualTo(200);

        menu(page).signOut();

        await().atMost(Stage.PATIENCE).until(() -> statusOfUser(token) == 401);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void aTokenThatAnOlderPageHasKeptBecomesASession() throws Exception {
        String token = stage.guestToken();
        Page page = stage.newPage();
        page.navigate(stage.url("/map-types"));
        page.evaluate("token => localStorage.setItem('dungeon.token', token)", token);

        page.reload();

        assertThat(menu(page).account()).isVisible();
        assertThat((String) page.evaluate(ALL_THAT_SCRIPTS_CAN_READ)).doesNotContain(JWT);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void givesATokenForAProgramThatGoesOnToHoldAfterTheSignOut() {
        Page page = stage.newPage();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(stage.url("/"));
        menu(page).playAsGuest();

        menu(page).account().click();
        menu(page).item("Sign out…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        AccountMenu.button(dialog, "Copy a token").click();
        assertThat(dialog.getByText(Pattern.compile("^Token copied"))).isVisible();
        String token = (String) page.evaluate("navigator.clipboard.readText()");
        AccountMenu.button(dialog, "Sign out").click();
        assertThat(menu(page).signIn()).isVisible();

        assertThat(statusOfUser(token)).isEqualTo(200);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void offersNoGitHubWhereTheInstallationHasNone() {
        Page page = stage.newPage();
        page.waitForResponse("**/ingest/auth/providers", () -> page.navigate(stage.url("/")));
        menu(page).signIn().click();
        assertThat(menu(page).item("Play as a guest")).isVisible();
        assertThat(menu(page).item("Sign in with GitHub")).hasCount(0);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void saysOnceWhatCameOfALogin() {
        Page page = stage.newPage();
        page.navigate(stage.url() + "/?login=denied#/map-types");

        Locator notice = page.locator("p:not([aria-live])")
                .filter(new Locator.FilterOptions().setHasText("GitHub was not allowed to say who you are"));
        assertThat(notice).isVisible();
        assertThat(page).hasURL(stage.url("/map-types"));
        button(page, "Close").click();
        assertThat(notice).hasCount(0);
        page.reload();
        assertThat(page.locator("main h1")).isVisible();
        assertThat(notice).hasCount(0);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    private static AccountMenu menu(Page page) {
        return new AccountMenu(page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Optional<Cookie> cookie(BrowserContext context, String name) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst();
    }

    /** What the server says to whoever comes with a token, wherever it is from. */
    private static int statusOfUser(String token) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(stage.url() + "/ingest/users/me"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (Exception e) {
            throw new AssertionError("The server does not answer", e);
        }
    }
}
