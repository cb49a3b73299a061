package dungeon.ingest.http;

import dungeon.ingest.identity.Administrator;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.identity.Player;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.ingest.session.SessionCookie;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.token.TokenClaims;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Checks the token of a request. A route says by the type of its parameter whom it is for: a {@link Player}, an
 * {@link Administrator}, or any {@link Caller}. That parameter comes first, so that nobody else's body is read.
 */
@Component
final class CallerResolver implements HandlerMethodArgumentResolver {
    private static final Logger LOG = LoggerFactory.getLogger(CallerResolver.class);
    private static final String SCHEME = TokenClaims.SCHEME;

    private final Tokens tokens;
    private final SessionCookie session;

    CallerResolver(Tokens tokens, SessionCookie session) {
        this.tokens = tokens;
        this.session = session;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binderFactory) {
        Caller caller = caller(request.getNativeRequest(HttpServletRequest.class));
        if (!parameter.hasParameterAnnotation(AnyToken.class)) {
            requireBound(caller, request);
        }
        Class<?> wanted = parameter.getParameterType();
        if (wanted == Administrator.class && !(caller instanceof Administrator)) {
            throw new Problem(
                    ProblemCode.NOT_ADMINISTRATOR,
                    "Only the administrator may do this; the token is in administrator.token");
        }
        if (caller instanceof Administrator) {
            LOG.info(
                    "The administrator's token {} asks for {} {}",
                    caller.claims().tokenId(),
                    request.getNativeRequest(HttpServletRequest.class).getMethod(),
                    request.getNativeRequest(HttpServletRequest.class).getRequestURI());
        }
        if (wanted == Player.class && !(caller instanceof Player)) {
            throw new Problem(ProblemCode.NOT_A_PLAYER, "Only a player can do this, and the administrator is none");
        }
        return caller;
    }

    private static void requireBound(Caller caller, NativeWebRequest request) {
        Object variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        Object gameId = variables instanceof Map<?, ?> map ? map.get("gameId") : null;
        if (!caller.claims().holdFor(gameId == null ? null : gameId.toString().toLowerCase(Locale.ROOT))) {
            throw Problems.unauthenticated("The token holds for the game %s only"
                    .formatted(caller.claims().gameId()));
        }
    }

    /**
     * Whose token a request has, in its header or else in the cookie of a session.
     *
     * @throws Problem UNAUTHENTICATED
     */
    Caller caller(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return tokens.verify(
                    session.tokenIn(request)
                            .orElseThrow(
                                    () -> Problems.unauthenticated(
                                            "There is no token; send the header Authorization: Bearer <token>, with the token of POST /players")));
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Problems.unauthenticated("The header Authorization must be: Bearer <token>");
        }
        return tokens.verify(header.substring(SCHEME.length()).strip());
    }
}
