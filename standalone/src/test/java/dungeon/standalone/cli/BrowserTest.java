package dungeon.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final String PAGE = "http://127.0.0.1:8081/#/games/1?at=2&x";

    @Test
    void asksEachSystemForItsOwnBrowserAndHandsTheAddressOnAsOneWord() {
        assertThat(Browser.commandOf("Linux", PAGE)).containsExactly("xdg-open", PAGE);
        assertThat(Browser.commandOf("Mac OS X", PAGE)).containsExactly("open", PAGE);
        assertThat(Browser.commandOf("Windows 11", PAGE))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", PAGE);
    }
}
