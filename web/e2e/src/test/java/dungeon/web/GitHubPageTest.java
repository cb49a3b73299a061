package dungeon.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with GitHub, from the page and back to it. */
@Tag("slow")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GitHubPageTest {
    @TempDir
    private static Path folder;

    private static FakeGitHub gitHub;
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        gitHub = new FakeGitHub();
        gitHub.settings().forEach(System::setProperty);
        stage = Stage.open(folder);
    }

    @AfterAll
    static void close() {
        gitHub.settings().keySet().forEach(System::clearProperty);
        gitHub.close();
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    @Order(1)
    void aGuestWhoIsLinkedComesBackInAnotherBrowserUntilTheLinkEnds() {
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        AccountMenu menu = new AccountMenu(page);
        String name = menu.playAsGuest();
        menu.account().click();
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact())))
                .isEmpty();
        menu.item("Link with GitHub").click();
        assertThat(notice(page, "You are signed in as " + name)).isVisible();
        assertThat(page).hasURL(stage.url("/"));
        menu.signOut();
        page.context().close();

        Page elsewhere = stage.newPage();
        elsewhere.navigate(stage.url("/"));
        AccountMenu menuElsewhere = new AccountMenu(elsewhere);
        menuElsewhere.signIn().click();
        menuElsewhere.item("Sign in with GitHub").click();
        assertThat(notice(elsewhere, "You are signed in as " + name)).isVisible();

        menuElsewhere.account().click();
        menuElsewhere.item("Unlink GitHub").click();
        assertThat(notice(elsewhere, "The link with GitHub has ended")).isVisible();
        assertThat(menuElsewhere.name()).isEqualTo(name);
        elsewhere.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    /** The last one, because GitHub goes on to say no. */
    @Test
    @Order(2)
    void whoeverDoesNotWantToBeKnownStaysWhoTheyAre() {
        gitHub.deny();
        Page page = stage.newPage();
        page.navigate(stage.url("/"));
        AccountMenu menu = new AccountMenu(page);
        String name = menu.playAsGuest();
        menu.account().click();
        menu.item("Link with GitHub").click();

        assertThat(notice(page, "GitHub was not allowed to say who you are")).isVisible();
        assertThat(menu.name()).isEqualTo(name);
        page.context().close();
        assertThat(stage.faults()).isEmpty();
    }

    private static Locator notice(Page page, String beginning) {
        // What is read to those who do not see it says the same.
        return page.locator("p:not([aria-live])").filter(new Locator.FilterOptions().setHasText(beginning));
    }
}
