package dungeon.ingest.login;

import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.Player;
import dungeon.ingest.identity.Token;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.session.SessionCookie;
import dungeon.schemas.identity.RejectionCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Does what somebody who has shown an account at GitHub wanted, and shows the page again. */
final class LoginSuccess implements AuthenticationSuccessHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LoginSuccess.class);

    private final Logins logins;
    private final LoginSecret secret;
    private final SessionCookie session;
    private final Tokens tokens;
    private final Set<String> administrators;
    private final IngestConfig config;
    private final LoginFailure pages;

    LoginSuccess(
            Logins logins,
            LoginSecret secret,
            SessionCookie session,
            Tokens tokens,
            Set<String> administrators,
            IngestConfig config,
            LoginFailure pages) {
        this.logins = logins;
        this.secret = secret;
        this.session = session;
        this.tokens = tokens;
        this.administrators = administrators;
        this.config = config;
        this.pages = pages;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        String hash = secret.hashOf(GitHubConfiguration.PROVIDER, authentication.getName());
        try {
            LoginOutcome outcome = switch (LoginIntent.on(request)) {
                case UNLINK -> unlink(hash);
                case ADMINISTRATE -> administrate(authentication.getName(), hash, response);
                case SIGN_IN -> signIn(hash, request, response);
            };
            pages.redirect(outcome, response);
        } catch (CompletionException | Problem e) {
            Throwable cause = e instanceof CompletionException ? e.getCause() : e;
            if (cause instanceof Problem problem && problem.code().equals(RejectionCode.UNKNOWN_LOGIN.name())) {
                pages.redirect(LoginOutcome.NOT_LINKED, response);
            } else if (cause instanceof Problem problem && problem.code().equals(RejectionCode.BANNED.name())) {
                pages.redirect(LoginOutcome.BANNED, response);
            } else {
                LOG.warn("Somebody has signed in, and their player cannot be found now ({})", cause.getMessage());
                pages.redirect(LoginOutcome.AWAY, response);
            }
        }
    }

    private LoginOutcome signIn(String hash, HttpServletRequest request, HttpServletResponse response) {
        // Of before it is decided whether the player may have it: a ban that comes afterwards ends this token with the
        // others.
        Instant issuedAt = tokens.now();
        Logins.LinkedPlayer player = logins.signIn(hash, present(request)).join();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                session.of(tokens.forPlayer(
                        player.playerId(), player.playerName(), issuedAt, config.tokenLifetime(), null)));
        return LoginOutcome.SIGNED_IN;
    }

    private LoginOutcome administrate(String account, String hash, HttpServletResponse response) {
        if (!administrators.contains(account)) {
            return LoginOutcome.NOT_ADMINISTRATOR;
        }
        Token token = tokens.forAdministrator(SessionCookie.ADMINISTRATOR_LIFETIME);
        // Whoever has the settings can tell whose hash it is.
        LOG.info(
                "The account with the hash {} has the administrator's token {}",
                hash,
                token.claims().tokenId());
        response.addHeader(HttpHeaders.SET_COOKIE, session.of(token));
        return LoginOutcome.SIGNED_IN;
    }

    private LoginOutcome unlink(String hash) {
        logins.unlink(hash).join();
        return LoginOutcome.UNLINKED;
    }

    /** For whom the browser plays; nobody, if its token does not hold any more. */
    private Optional<Player> present(HttpServletRequest request) {
        return session.tokenIn(request).flatMap(jwt -> {
            try {
                // A token for one game is not for the whole player.
                return tokens.verify(jwt) instanceof Player player
                                && player.claims().holdFor(null)
                        ? Optional.of(player)
                        : Optional.empty();
            } catch (Problem e) {
                LOG.debug("The token of the session does not hold", e);
                return Optional.empty();
            }
        });
    }
}
