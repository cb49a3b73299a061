package dungeon.ingest.login;

import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.config.LoginConfig;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.limits.ClientAddresses;
import dungeon.ingest.limits.Rates;
import dungeon.ingest.session.SessionCookie;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Signing in with GitHub: OAuth 2.0 with an authorization code and PKCE. Of GitHub's answers only the account's numeric id is used, and
 * nothing of it is kept here: no session, no token of GitHub's.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "dungeon.ingest.login.github", name = "client-id")
class GitHubConfiguration {
    static final String PROVIDER = "github";
    /** What names an account for good; its login name can change, and be somebody else's later. */
    private static final String ID = "id";

    private static final String BEGINNING = "/oauth2/authorization";

    /** A thread waits for GitHub so long, twice. */
    private static final Duration ANSWER_MAXIMUM = Duration.ofSeconds(5);

    @Bean
    ClientRegistrationRepository clientRegistrations(LoginConfig config) {
        LoginConfig.GitHub github = config.github();
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(PROVIDER)
                .clientId(github.clientId())
                .clientSecret(github.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(config.pageUrl("ingest/login/oauth2/code/github"))
                .authorizationUri(github.authorizationUri().toString())
                .tokenUri(github.tokenUri().toString())
                .userInfoUri(github.userUri().toString())
                .userNameAttributeName(ID)
                .build());
    }

    @Bean
    LoginSecret loginSecret(IngestConfig config) {
        return LoginSecret.in(config.dataDir());
    }

    @Bean
    @Order(1)
    SecurityFilterChain signingIn(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            LoginConfig config,
            LoginSecret secret,
            Logins logins,
            SessionCookie session,
            Tokens tokens,
            Rates rates,
            ClientAddresses addresses,
            IngestConfig ingest,
            Clock clock) {
        LoginFailure failure = new LoginFailure(config);
        LoginSuccess success = new LoginSuccess(
                logins, secret, session, tokens, config.github().administrators(), ingest, failure);
        // No bean, because Spring would put it in front of all requests.
        LoginGate gate = new LoginGate(BEGINNING, rates, addresses, failure);
        StateCookie state = new StateCookie(secret.keyFor("state"), session, config.isSecure(), clock);
        return http.securityMatcher(BEGINNING + "/*", "/login/oauth2/code/*")
                .oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new ForgottenClients())
                        .loginPage(config.pageUrl(""))
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestRepository(state)
                                .authorizationRequestResolver(
                                        new IntentResolver(registrations, BEGINNING, PROVIDER, session)))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codeExchange()))
                        .userInfoEndpoint(endpoint -> endpoint.userService(userService()))
                        .securityContextRepository(new NullSecurityContextRepository())
                        .successHandler(success)
                        .failureHandler(failure))
                .addFilterAfter(gate, SecurityContextHolderFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static DefaultOAuth2UserService userService() {
        RestTemplate questions = new RestTemplate(requests());
        questions.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService service = new DefaultOAuth2UserService();
        service.setRestOperations(questions);
        return service;
    }

    private static ClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(ANSWER_MAXIMUM).build());
        factory.setReadTimeout(ANSWER_MAXIMUM);
        return factory;
    }
}
