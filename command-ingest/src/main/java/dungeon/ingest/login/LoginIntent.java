package dungeon.ingest.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What somebody goes to GitHub for. */
enum LoginIntent {
    /** To play: as the linked player, or as the guest of the session, who is linked now, or as a new player. */
    SIGN_IN,
    /** To end the link; whoever does so has to show again whose account it is. */
    UNLINK,
    /** To govern the games for an hour, where the settings name the account. */
    ADMINISTRATE;

    /** Where the intent stands beside the request that is under way. */
    static final String ATTRIBUTE = "intent";

    private static final String PARAMETER = "intent";
    private static final String ON_REQUEST = LoginIntent.class.getName();

    /** That of a request with which a login begins. */
    static LoginIntent of(HttpServletRequest beginning) {
        String wanted = Objects.requireNonNullElse(beginning.getParameter(PARAMETER), "");
        return switch (wanted) {
            case "unlink" -> UNLINK;
            case "administrate" -> ADMINISTRATE;
            default -> SIGN_IN;
        };
    }

    /** Remembers it on the request with which the browser comes back. */
    void putOn(HttpServletRequest returning) {
        returning.setAttribute(ON_REQUEST, this);
    }

    /** That of a request with which the browser comes back. */
    static LoginIntent on(HttpServletRequest returning) {
        return (LoginIntent) returning.getAttribute(ON_REQUEST);
    }
}
