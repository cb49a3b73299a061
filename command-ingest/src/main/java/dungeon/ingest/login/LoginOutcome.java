package dungeon.ingest.login;

import java.util.Locale;

/** What the page is told about a login, in the parameter {@code login} of its address. */
enum LoginOutcome {
    /** One plays as the linked player. */
    SIGNED_IN,
    /** The link was ended. */
    UNLINKED,
    /** The account was linked to nobody. */
    NOT_LINKED,
    /** An administrator has banned the linked player. */
    BANNED,
    /** The account is not among those of administrators. */
    NOT_ADMINISTRATOR,
    /** Whoever was asked at GitHub said no. */
    DENIED,
    /** The login took too long, was begun elsewhere, or its code was used before. */
    EXPIRED,
    /** GitHub, or the log, does not answer. */
    AWAY,
    /** Too many sign in at this moment, or too often from this address. */
    BUSY;

    /** The query of the page's address. */
    String query() {
        return "?login=" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
