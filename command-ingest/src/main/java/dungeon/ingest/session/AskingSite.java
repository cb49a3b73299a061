package dungeon.ingest.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Whose page makes a browser ask. Cookies know no ports, so a page of another server on the same machine could read the proof that a
 * request is the page's own; browsers say themselves where it comes from (https://www.w3.org/TR/fetch-metadata/), but for addresses without TLS
 * on other machines.
 */
public final class AskingSite {
    private static final String HEADER = "Sec-Fetch-Site";

    /** The page itself, and what a person has typed into the browser. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private AskingSite() {}

    /** Whether a browser says that the page of another site or port asks; false for what is no browser. */
    public static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader(HEADER);
        return site != null && !OWN.contains(site);
    }
}
