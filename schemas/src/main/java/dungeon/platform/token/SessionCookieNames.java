package dungeon.platform.token;

/** What the cookie is called with which a browser plays; its value is a player's token. */
public final class SessionCookieNames {
    /** With TLS: the prefix lets no other host, and nobody without TLS, set it. */
    public static final String SECURE = "__Host-session";

    /** Without TLS, such as on one machine. */
    public static final String PLAIN = "session";

    private SessionCookieNames() {}
}
