package dungeon.ingest.login;

import dungeon.ingest.config.LoginConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends browsers back to the page when a login came to nothing. */
final class LoginFailure implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LoginFailure.class);

    /** Of Spring's, and of GitHub's for a code that was used before. */
    private static final Set<String> EXPIRED = Set.of(
            "authorization_request_not_found",
            "invalid_state_parameter",
            "bad_verification_code",
            OAuth2ErrorCodes.INVALID_GRANT);

    private static final Pattern CODE = Pattern.compile("[A-Za-z_]{1,64}");

    private final LoginConfig config;

    LoginFailure(LoginConfig config) {
        this.config = config;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        String code = e instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : e.getClass().getSimpleName();
        LoginOutcome outcome;
        if (OAuth2ErrorCodes.ACCESS_DENIED.equals(code)) {
            outcome = LoginOutcome.DENIED;
        } else if (EXPIRED.contains(code)) {
            outcome = LoginOutcome.EXPIRED;
            LOG.debug("A login came to nothing", e);
        } else {
            outcome = LoginOutcome.AWAY;
            // The code may be what a stranger wrote into an address.
            LOG.warn(
                    "A login failed; if this goes on, look at dungeon.ingest.login.github ({})",
                    CODE.matcher(code).matches() ? code : "a code that is none");
            LOG.debug("A login failed", e);
        }
        redirect(outcome, response);
    }

    /** Shows the page again, with what came of the login. */
    void redirect(LoginOutcome outcome, HttpServletResponse response) throws IOException {
        response.sendRedirect(config.pageUrl(outcome.query()));
    }
}
