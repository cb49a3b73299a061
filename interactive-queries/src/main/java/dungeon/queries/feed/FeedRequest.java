package dungeon.queries.feed;

import dungeon.platform.envelope.Ids;
import dungeon.platform.token.SessionCookieNames;
import dungeon.platform.token.TokenClaims;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/**
 * What a client asks for when it connects.
 *
 * @param path what stands in the path, by its name in the template
 * @param query the values of each parameter
 * @param token that it has shown, in the header {@code Authorization} or in the cookie of a page's session; null for none
 */
record FeedRequest(Map<String, String> path, Map<String, List<String>> query, String token) {
    /** Of players, robots or types that one feed is filtered by. */
    static final int FILTER_VALUES_MAXIMUM = 50;

    static FeedRequest of(JettyServerUpgradeRequest request, String template) {
        URI uri = request.getRequestURI();
        // As it was matched: without steps up and down.
        Map<String, String> path =
                new UriTemplatePathSpec(template).getPathParams(uri.normalize().getPath());
        return new FeedRequest(path == null ? Map.of() : path, request.getParameterMap(), tokenOf(request));
    }

    /** A page of another site that makes a browser connect gains nothing: it only lets the browser's player seem to be there. */
    private static String tokenOf(JettyServerUpgradeRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            boolean isToken = header.regionMatches(true, 0, TokenClaims.SCHEME, 0, TokenClaims.SCHEME.length());
            return isToken ? header.substring(TokenClaims.SCHEME.length()).strip() : null;
        }
        Map<String, String> cookies = new HashMap<>();
        request.getCookies().forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return cookies.getOrDefault(SessionCookieNames.SECURE, cookies.get(SessionCookieNames.PLAIN));
    }

    /** Without the token, which is nobody else's business. */
    @Override
    public String toString() {
        return "%s %s".formatted(path, query);
    }

    /** The id in the path. */
    String pathId(String name) throws MalformedFeedException {
        return id(name, path.getOrDefault(name, ""));
    }

    /** Refuses what it does not know. */
    void requireOnly(Set<String> names) throws MalformedFeedException {
        for (String name : query.keySet()) {
            if (!names.contains(name)) {
                throw new MalformedFeedException("There is no parameter %s here".formatted(name));
            }
        }
    }

    /** The value of a parameter that is there once at most; null if it is not. */
    String single(String name) throws MalformedFeedException {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new MalformedFeedException("There is more than one %s".formatted(name));
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** The number of the first event that is wanted, 1 if none is named. */
    long from() throws MalformedFeedException {
        String value = single("from");
        return value == null ? 1 : from(value);
    }

    static long from(String value) throws MalformedFeedException {
        try {
            long from = Long.parseLong(value);
            if (from >= 1) {
                return from;
            }
        } catch (NumberFormatException e) {
            // Reported like a number that is too small.
        }
        throw new MalformedFeedException("from must be a whole number, 1 or more");
    }

    /**
     * Which events are wanted.
     *
     * @param known the types that there are
     */
    FeedFilter filter(Set<String> known) throws MalformedFeedException {
        Set<String> playerIds = new HashSet<>();
        for (String id : values("playerId")) {
            playerIds.add(id("playerId", id));
        }
        Set<String> robotIds = new HashSet<>();
        for (String id : values("robotId")) {
            robotIds.add(id("robotId", id));
        }
        Set<String> types = Set.copyOf(values("type"));
        for (String type : types) {
            if (!known.contains(type)) {
                throw new MalformedFeedException("There is no type of event of this name");
            }
        }
        return new FeedFilter(Set.copyOf(playerIds), Set.copyOf(robotIds), types);
    }

    private Set<String> values(String name) throws MalformedFeedException {
        Set<String> values = query.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .collect(Collectors.toSet());
        if (values.size() > FILTER_VALUES_MAXIMUM) {
            throw new MalformedFeedException("There are more than %d of %s".formatted(FILTER_VALUES_MAXIMUM, name));
        }
        return values;
    }

    static String id(String name, String value) throws MalformedFeedException {
        String canonical = value.toLowerCase(Locale.ROOT);
        if (!Ids.isCanonical(canonical)) {
            throw new MalformedFeedException("%s must be a UUID".formatted(name));
        }
        return canonical;
    }
}
