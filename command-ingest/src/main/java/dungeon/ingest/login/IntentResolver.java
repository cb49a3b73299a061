package dungeon.ingest.login;

import dungeon.ingest.session.AskingSite;
import dungeon.ingest.session.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Begins logins with PKCE, and notes what they are for. */
final class IntentResolver implements OAuth2AuthorizationRequestResolver {
    private final DefaultOAuth2AuthorizationRequestResolver resolver;
    private final String address;
    private final SessionCookie session;

    /**
     * @param beginning the path before the name of the only provider
     * @param session with which a login has to end that begins with it
     */
    IntentResolver(
            ClientRegistrationRepository registrations, String beginning, String provider, SessionCookie session) {
        this.address = beginning + "/" + provider;
        this.session = session;
        resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, beginning);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        // Another site could end a link, or replace a session, for whoever is signed in at GitHub.
        return request.getServletPath().equals(address) && !AskingSite.isForeign(request)
                ? withIntent(resolver.resolve(request), request)
                : null;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return withIntent(resolver.resolve(request, registrationId), request);
    }

    private OAuth2AuthorizationRequest withIntent(OAuth2AuthorizationRequest begun, HttpServletRequest request) {
        return begun == null
                ? null
                : OAuth2AuthorizationRequest.from(begun)
                        .attributes(attributes -> {
                            attributes.put(
                                    LoginIntent.ATTRIBUTE,
                                    LoginIntent.of(request).name());
                            attributes.put(StateCookie.SESSION, StateCookie.nameOf(session, request));
                        })
                        .build();
    }
}
