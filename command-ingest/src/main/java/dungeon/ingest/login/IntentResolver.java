package dungeon.ingest.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Begins logins with PKCE, and notes what they are for. */
final class IntentResolver implements OAuth2AuthorizationRequestResolver {
    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    IntentResolver(ClientRegistrationRepository registrations, String beginning) {
        resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, beginning);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return withIntent(resolver.resolve(request), request);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return withIntent(resolver.resolve(request, registrationId), request);
    }

    private static OAuth2AuthorizationRequest withIntent(OAuth2AuthorizationRequest begun, HttpServletRequest request) {
        return begun == null
                ? null
                : OAuth2AuthorizationRequest.from(begun)
                        .attributes(attributes -> attributes.put(
                                LoginIntent.ATTRIBUTE, LoginIntent.of(request).name()))
                        .build();
    }
}
