package dungeon.platform.http;

import java.util.List;

/**
 * What every answer of every service says to browsers, errors included: that it is what its type says, and no page. A page says something
 * else of itself.
 */
public final class SecurityHeaders {
    public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    public static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";
    public static final String REFERRER_POLICY = "Referrer-Policy";
    public static final String CROSS_ORIGIN_RESOURCE_POLICY = "Cross-Origin-Resource-Policy";

    /** A year, and only for answers over TLS. Of subdomains it says nothing, because they may be others'. */
    public static final Header STRICT_TRANSPORT_SECURITY = new Header("Strict-Transport-Security", "max-age=31536000");

    /**
     * For answers in JSON, as lines, and without a body. Pages of other sites may read them all the same: what they ask with CORS is not
     * subject to the policy for resources, which only refuses to be made an image or a script of such a page.
     */
    public static final List<Header> ALL = List.of(
            new Header(CONTENT_TYPE_OPTIONS, "nosniff"),
            new Header(CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
            new Header(REFERRER_POLICY, "no-referrer"),
            new Header(CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"));

    private SecurityHeaders() {}

    /** A header of an answer. */
    public record Header(String name, String value) {}
}
