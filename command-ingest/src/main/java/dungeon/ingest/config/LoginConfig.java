package dungeon.ingest.config;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in.
 *
 * @param publicUrl where the page is, and under {@code /ingest} this application, as browsers see them; with https, cookies are for TLS only
 * @param github the application that was registered there
 */
@ConfigurationProperties("dungeon.ingest.login")
public record LoginConfig(
        @DefaultValue("http://127.0.0.1:8081") URI publicUrl,
        @DefaultValue GitHub github) {
    public LoginConfig {
        String scheme = publicUrl.getScheme();
        if (publicUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "dungeon.ingest.login.publicUrl must be an address such as https://dungeon.example, and is "
                            + publicUrl);
        }
    }

    /**
     * An OAuth 2.0 application at GitHub. Its callback is {@code <publicUrl>/ingest/login/oauth2/code/github}.
     *
     * @param clientId empty if nobody can sign in with GitHub
     * @param clientSecret known to GitHub and this application
     * @param administrators numeric ids of the accounts whose owners may govern the games
     * @param authorizationUri where people are asked; another one than GitHub's for GitHub Enterprise and for tests
     * @param tokenUri where the code is exchanged
     * @param userUri where it is said who somebody is
     */
    public record GitHub(
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue Set<String> administrators,

            @DefaultValue("https://github.com/login/oauth/authorize")
            URI authorizationUri,

            @DefaultValue("https://github.com/login/oauth/access_token")
            URI tokenUri,

            @DefaultValue("https://api.github.com/user") URI userUri) {
        public GitHub {
            administrators = Set.copyOf(administrators);
        }

        /** Without the secret, which is nothing for a log. */
        @Override
        public String toString() {
            return "GitHub[clientId=%s, authorizationUri=%s]".formatted(clientId, authorizationUri);
        }
    }

    /** Whether people can sign in with GitHub. */
    public boolean hasGitHub() {
        return !github.clientId().isBlank();
    }

    /** Whether browsers come over TLS. */
    public boolean isSecure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Where the page is to be shown again. */
    public String pageUrl(String query) {
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base : base + "/") + query;
    }
}
