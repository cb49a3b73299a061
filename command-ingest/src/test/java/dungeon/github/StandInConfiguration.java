package dungeon.github;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** Spring's authorization server, made to look like GitHub. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class StandInConfiguration {
    private static final String AUTHORIZE = "/login/oauth/authorize";
    private static final String ACCESS_TOKEN = "/login/oauth/access_token";

    @Bean
    RegisteredClientRepository clients(Environment environment) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(
                        UUID.randomUUID().toString())
                .clientId(GitHubStandIn.CLIENT_ID)
                .clientSecret("{noop}" + GitHubStandIn.CLIENT_SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(environment.getRequiredProperty("github.redirectUri"))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .build())
                .build());
    }

    @Bean
    AuthorizationServerSettings addresses() {
        return AuthorizationServerSettings.builder()
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(ACCESS_TOKEN)
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new InMemoryOAuth2AuthorizationService();
    }

    @Bean
    @Order(1)
    SecurityFilterChain server(HttpSecurity http) {
        return http.securityMatcher(AUTHORIZE, ACCESS_TOKEN)
                .oauth2AuthorizationServer(server -> {})
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .csrf(csrf -> csrf.disable())
                .addFilterAfter(new SignedIn(), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain others(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }

    /** Whoever comes is the account in the cookie, or says no. */
    private static final class SignedIn extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String account = Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                    .filter(cookie -> cookie.getName().equals("github"))
                    .map(Cookie::getValue)
                    .findFirst()
                    .orElse("nobody");
            if (request.getRequestURI().equals(AUTHORIZE) && account.equals("refuses")) {
                response.sendRedirect("%s?error=access_denied&state=%s"
                        .formatted(
                                request.getParameter("redirect_uri"),
                                URLEncoder.encode(request.getParameter("state"), StandardCharsets.UTF_8)));
                return;
            }
            if (request.getRequestURI().equals(AUTHORIZE)) {
                SecurityContextHolder.getContext()
                        .setAuthentication(new UsernamePasswordAuthenticationToken(account, null, List.of()));
            }
            chain.doFilter(request, response);
        }
    }

    /** Who a token stands for. */
    @RestController
    static final class UserRoute {
        private final OAuth2AuthorizationService authorizations;

        UserRoute(OAuth2AuthorizationService authorizations) {
            this.authorizations = authorizations;
        }

        @GetMapping("/user")
        ResponseEntity<Map<String, Object>> user(@RequestHeader(HttpHeaders.AUTHORIZATION) String header) {
            OAuth2Authorization authorization =
                    authorizations.findByToken(header.substring("Bearer ".length()), OAuth2TokenType.ACCESS_TOKEN);
            if (authorization == null) {
                return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
            }
            String account = authorization.getPrincipalName();
            return ResponseEntity.ok(Map.of(
                    "id",
                    Long.parseLong(account),
                    "login",
                    GitHubStandIn.LOGINS.getOrDefault(account, "somebody"),
                    "email",
                    "somebody@example.org"));
        }
    }
}
