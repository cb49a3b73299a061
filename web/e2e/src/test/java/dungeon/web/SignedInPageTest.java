package dungeon.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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

    private static final Pattern SIGNED_IN = Pattern.compile("^Signed in as ");

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
        playAsGuest(page);

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
        String name = playAsGuest(page);

        page.evaluate("localStorage.clear()");
        page.reload();

        assertThat(account(page)).hasText(name);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void playsOnWhenTheBrowserHasLostWhatShowsThatThePageSends() {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        String name = playAsGuest(page);
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(CSRF));

        button(page, "Start a practice game").first().click();

        page.waitForURL(Pattern.compile(".*#/games/.*"));
        assertThat(account(page)).hasText(name);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void signingOutIsFollowedByOtherTabs() {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        playAsGuest(page);
        Page otherTab = page.context().newPage();
        otherTab.navigate(stage.url("/map-types"));
        assertThat(account(otherTab)).isVisible();

        signOut(page);

        assertThat(button(otherTab, "Sign in")).isVisible();
        assertThat(cookie(page.context(), SESSION)).isEmpty();
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void theTokenOfASessionThatHasEndedHoldsNowhere() {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        playAsGuest(page);
        String token = cookie(page.context(), SESSION).orElseThrow().value;
        assertThat(statusOfUser(token)).isEqualTo(200);

        signOut(page);

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

        assertThat(account(page)).isVisible();
        assertThat((String) page.evaluate(ALL_THAT_SCRIPTS_CAN_READ)).doesNotContain(JWT);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void givesATokenForAProgramThatGoesOnToHoldAfterTheSignOut() {
        Page page = stage.newPage();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate(stage.url("/"));
        playAsGuest(page);

        account(page).click();
        menuItem(page, "Sign out…").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        button(dialog, "Copy a token").click();
        assertThat(dialog.getByText(Pattern.compile("^Token copied"))).isVisible();
        String token = (String) page.evaluate("navigator.clipboard.readText()");
        button(dialog, "Sign out").click();
        assertThat(button(page, "Sign in")).isVisible();

        assertThat(statusOfUser(token)).isEqualTo(200);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    @Test
    void offersGitHubOnlyWhereTheInstallationHasIt() {
        Page without = stage.newPage();
        without.waitForResponse("**/ingest/auth/providers", () -> without.navigate(stage.url("/")));
        button(without, "Sign in").click();
        assertThat(menuItem(without, "Play as a guest")).isVisible();
        assertThat(menuItem(without, "Sign in with GitHub")).hasCount(0);
        without.context().close();

        Page with = stage.newPage();
        with.route(
                "**/ingest/auth/providers",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"providers\":[{\"name\":\"github\",\"path\":\"/oauth2/authorization/github\"}]}")));
        with.navigate(stage.url("/"));
        button(with, "Sign in").click();
        String address = stage.url() + "/ingest/oauth2/authorization/github";
        assertThat(menuItem(with, "Sign in with GitHub")).hasAttribute("href", address);
        with.keyboard().press("Escape");
        playAsGuest(with);
        account(with).click();
        assertThat(menuItem(with, "Link with GitHub")).hasAttribute("href", address);
        assertThat(menuItem(with, "Unlink GitHub")).hasAttribute("href", address + "?intent=unlink");
        assertThat(new AxeBuilder(with)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact())))
                .isEmpty();
        with.context().close();
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

    /** The name of the guest. */
    private static String playAsGuest(Page page) {
        button(page, "Sign in").click();
        menuItem(page, "Play as a guest").click();
        assertThat(account(page)).isVisible();
        return account(page).innerText();
    }

    private static void signOut(Page page) {
        account(page).click();
        menuItem(page, "Sign out…").click();
        button(page.getByRole(AriaRole.DIALOG), "Sign out").click();
        assertThat(button(page, "Sign in")).isVisible();
    }

    private static Locator account(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(SIGNED_IN));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator part, String name) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator menuItem(Page page, String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
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
