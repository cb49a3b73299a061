package dungeon.github;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A real OAuth 2.0 server with the addresses and answers of GitHub, at which whoever comes is signed in already. */
public final class GitHubStandIn implements AutoCloseable {
    /** An OAuth application that is registered there. */
    public static final String CLIENT_ID = "dungeon";

    public static final String CLIENT_SECRET = "a secret of tests";

    /** Accounts by the numeric id; the cookie {@code github} of a browser says whose it is. */
    static final Map<String, String> LOGINS = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext application;

    private GitHubStandIn(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /**
     * Starts it on a free port.
     *
     * @param redirectUri to which alone it sends browsers back
     */
    public static GitHubStandIn start(String redirectUri) {
        SpringApplication application = new SpringApplication(StandInConfiguration.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(
                Map.of("server.port", 0, "server.address", "127.0.0.1", "github.redirectUri", redirectUri));
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !listener.getClass().getSimpleName().equals("LoggingApplicationListener"))
                .toList());
        return new GitHubStandIn(application.run());
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        application.close();
    }
}
