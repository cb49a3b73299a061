package dungeon.ingest.login;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import dungeon.ingest.session.SessionCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.util.StringUtils;

/**
 * Keeps what a login needs until the browser comes back from GitHub (state, PKCE's verifier, the intent) in the browser itself,
 * encrypted: any instance can go on with it, and nobody can fill a memory by beginning logins.
 */
final class StateCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    /** Where the name of the session stands with which the login has begun. */
    static final String SESSION = "session";

    private static final String NAME = "login";

    /** The prefix lets no other host, and nobody without TLS, set it. */
    private static final String SECURE_NAME = "__Host-login";

    /** For somebody who has to sign in at GitHub first. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(StateCookie.class);
    private static final String CLIENT = "client";
    private static final String AUTHORIZATION_URI = "authorizationUri";
    private static final String REDIRECT_URI = "redirectUri";
    private static final String REGISTRATION = "registration";

    private final byte[] key;
    private final SessionCookie session;
    private final boolean secure;
    private final Clock clock;

    /** @param key 32 bytes */
    StateCookie(byte[] key, SessionCookie session, boolean secure, Clock clock) {
        this.key = key.clone();
        this.session = session;
        this.secure = secure;
        this.clock = clock;
    }

    /** What tells the session of a request apart from others and says nothing of it; empty if there is none. */
    static String nameOf(SessionCookie session, HttpServletRequest request) {
        return session.tokenIn(request)
                .map(token -> UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .orElse("");
    }

    private String name() {
        return secure ? SECURE_NAME : NAME;
    }

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name())) {
                OAuth2AuthorizationRequest begun = decrypt(cookie.getValue());
                return begun != null && isOf(begun, request) ? begun : null;
            }
        }
        return null;
    }

    /** Whoever could put a cookie of his own login here would link his account to the player of this browser. */
    private boolean isOf(OAuth2AuthorizationRequest begun, HttpServletRequest request) {
        return begun.getState().equals(request.getParameter(OAuth2ParameterNames.STATE))
                && nameOf(session, request).equals(begun.getAttribute(SESSION));
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(begun == null ? "" : encrypt(begun)));
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        if (begun != null) {
            LoginIntent.valueOf(begun.getAttribute(LoginIntent.ATTRIBUTE)).putOn(request);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(""));
        return begun;
    }

    private String cookie(String value) {
        return ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(secure)
                // GitHub sends the browser back from its own site, so Strict would lose it.
                .sameSite("Lax")
                .path("/")
                .maxAge(value.isEmpty() ? Duration.ZERO : LIFETIME)
                .build()
                .toString();
    }

    private String encrypt(OAuth2AuthorizationRequest begun) {
        EncryptedJWT jwt = new EncryptedJWT(
                new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM),
                new JWTClaimsSet.Builder()
                        .claim(OAuth2ParameterNames.STATE, begun.getState())
                        .claim(CLIENT, begun.getClientId())
                        .claim(AUTHORIZATION_URI, begun.getAuthorizationUri())
                        .claim(REDIRECT_URI, begun.getRedirectUri())
                        .claim(REGISTRATION, begun.getAttribute(OAuth2ParameterNames.REGISTRATION_ID))
                        .claim(PkceParameterNames.CODE_VERIFIER, begun.getAttribute(PkceParameterNames.CODE_VERIFIER))
                        .claim(LoginIntent.ATTRIBUTE, begun.getAttribute(LoginIntent.ATTRIBUTE))
                        .claim(SESSION, begun.getAttribute(SESSION))
                        .expirationTime(Date.from(clock.instant().plus(LIFETIME)))
                        .build());
        try {
            jwt.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The state of a login cannot be encrypted: " + e.getMessage(), e);
        }
        return jwt.serialize();
    }

    /** Null for what was not made here, or too long ago. */
    private OAuth2AuthorizationRequest decrypt(String text) {
        try {
            EncryptedJWT jwt = EncryptedJWT.parse(text);
            jwt.decrypt(new DirectDecrypter(key));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Instant end = claims.getExpirationTime().toInstant();
            return clock.instant().isBefore(end) ? restored(claims) : null;
        } catch (ParseException | JOSEException | RuntimeException e) {
            LOG.debug("The cookie of a login does not hold", e);
            return null;
        }
    }

    private static OAuth2AuthorizationRequest restored(JWTClaimsSet claims) throws ParseException {
        String registration = claims.getStringClaim(REGISTRATION);
        String verifier = claims.getStringClaim(PkceParameterNames.CODE_VERIFIER);
        String intent = claims.getStringClaim(LoginIntent.ATTRIBUTE);
        String session = claims.getStringClaim(SESSION);
        if (!StringUtils.hasText(registration) || verifier == null || intent == null || session == null) {
            throw new IllegalArgumentException("The cookie of a login lacks a part");
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .state(claims.getStringClaim(OAuth2ParameterNames.STATE))
                .clientId(claims.getStringClaim(CLIENT))
                .authorizationUri(claims.getStringClaim(AUTHORIZATION_URI))
                .redirectUri(claims.getStringClaim(REDIRECT_URI))
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration,
                        PkceParameterNames.CODE_VERIFIER,
                        verifier,
                        LoginIntent.ATTRIBUTE,
                        intent,
                        SESSION,
                        session))
                .build();
    }
}
