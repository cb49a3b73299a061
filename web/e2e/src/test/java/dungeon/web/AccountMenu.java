package dungeon.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The menu of a page with which people sign in and out. */
record AccountMenu(Page page) {
    private static final Pattern SIGNED_IN = Pattern.compile("^Signed in as ");

    /** The name of the new guest. */
    String playAsGuest() {
        signIn().click();
        item("Play as a guest").click();
        return name();
    }

    void signOut() {
        account().click();
        item("Sign out…").click();
        button(page.getByRole(AriaRole.DIALOG), "Sign out").click();
        assertThat(signIn()).isVisible();
    }

    /** Of whoever is signed in, once somebody is. */
    String name() {
        assertThat(account()).isVisible();
        return account().innerText();
    }

    /** What opens it while somebody is signed in. */
    Locator account() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(SIGNED_IN));
    }

    /** What opens it while nobody is signed in. */
    Locator signIn() {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true));
    }

    Locator item(String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator button(Locator part, String name) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
