package dungeon.ingest.session;

import dungeon.ingest.problems.Problem;
import dungeon.platform.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * Protects requests that a browser sends with its cookie whether the page wants it or not: what changes something needs the value of the
 * cookie {@code XSRF-TOKEN}, which only the page can read, in the header {@code X-XSRF-TOKEN}. Requests with a token in their header
 * need none, and pass no filter.
 */
@Configuration(proxyBeanMethods = false)
class CsrfConfiguration {
    /** Where a session begins, so that the page has the cookie before it sends anything. */
    private static final Set<String> BEGINNINGS = Set.of("/auth/session", "/auth/guest/session", "/users/me");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    @Order(2)
    SecurityFilterChain requestsWithCookie(HttpSecurity http, SessionCookie session, JsonMapper mapper) {
        return http.securityMatcher(request -> session.counts(request) || BEGINNINGS.contains(request.getServletPath()))
                .csrf(csrf -> csrf.spa().requireCsrfProtectionMatcher(CsrfConfiguration::changesWithoutToken))
                .exceptionHandling(
                        faults -> faults.accessDeniedHandler((request, response, e) -> refuse(response, mapper))
                                .authenticationEntryPoint((request, response, e) -> refuse(response, mapper)))
                .authorizeHttpRequests(all -> all.requestMatchers(
                                request -> changesWithoutToken(request) && AskingSite.isForeign(request))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Also where there is no session yet, or a form of another site could put a session of its own in the place of nobody's. */
    private static boolean changesWithoutToken(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && !READING.contains(request.getMethod());
    }

    private static void refuse(HttpServletResponse response, JsonMapper mapper) throws IOException {
        ProblemDetail problem = Problem.describe(
                ProblemCode.CSRF_TOKEN_MISSING,
                "Ask from the page itself, with the value of the cookie XSRF-TOKEN (GET /users/me brings it) in the header X-XSRF-TOKEN; or send a token in the header Authorization");
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(mapper.writeValueAsBytes(problem));
    }
}
