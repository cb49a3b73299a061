package dungeon.ingest.session;

import dungeon.ingest.config.LoginConfig;
import dungeon.ingest.identity.Token;
import dungeon.platform.token.SessionCookieNames;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie with which a browser plays: a player's token that no script of a page can read and no other site can have sent. It
 * is signed and not encrypted, because it tells nothing that its player may not know.
 */
@Component
public final class SessionCookie {
    /** A browser may be left open, and an administrator's token does more harm than a player's. */
    public static final Duration ADMINISTRATOR_LIFETIME = Duration.ofHours(1);

    private final boolean secure;
    private final Clock clock;

    SessionCookie(LoginConfig config, Clock clock) {
        this.secure = config.isSecure();
        this.clock = clock;
    }

    /** The token in a request's cookie; empty if there is none. */
    public Optional<String> tokenIn(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name()) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a request is judged by its cookie; a token in the header comes first. */
    public boolean counts(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && tokenIn(request).isPresent();
    }

    /** The value of the header Set-Cookie that begins a session. */
    public String of(Token token) {
        return cookie(token.jwt(), Duration.between(clock.instant(), token.expiresAt()));
    }

    /** The value of the header Set-Cookie that ends one. */
    public String none() {
        return cookie("", Duration.ZERO);
    }

    private String cookie(String value, Duration maxAge) {
        return ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(secure)
                // Lax, and not Strict: whoever comes by a link from elsewhere is signed in too.
                .sameSite("Lax")
                .path("/")
                .maxAge(maxAge)
                .build()
                .toString();
    }

    private String name() {
        return secure ? SessionCookieNames.SECURE : SessionCookieNames.PLAIN;
    }
}
