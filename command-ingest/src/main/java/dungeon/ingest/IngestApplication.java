package dungeon.ingest;

import dungeon.ingest.config.IngestConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The application that takes commands over HTTP. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestApplication {
    /** What Spring is to do; each can be set otherwise like any of its properties. */
    private static final Map<String, Object> SPRING_DEFAULTS = springDefaults();

    /**
     * Starts it inside another program, whose logging it leaves alone. It starts without brokers and registry too, and
     * becomes ready when they are there.
     *
     * @param settings {@code dungeon.ingest.…} as {@link IngestConfig} names them, or Spring's own; they come before
     *     system properties and the environment
     * @return the running application; closing it stops it. The port is its property {@code local.server.port}
     * @throws PortTakenException if another program listens on the port
     */
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return start(settings, application -> {});
    }

    /** As above, with a last word on the application. */
    static ConfigurableApplicationContext start(
            Map<String, Object> settings, Consumer<SpringApplication> customization) {
        SpringApplication application = application();
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("start", Map.copyOf(settings))));
        customization.accept(application);
        return run(application);
    }

    /**
     * Starts it in a process of its own.
     *
     * @param arguments for Spring, such as {@code --dungeon.ingest.port=8080}
     * @param settings what stands below the environment
     * @param secrets what stands above it, by the names of environment variables
     * @throws PortTakenException if another program listens on the port
     * @throws IllegalArgumentException if a setting cannot be right
     */
    static ConfigurableApplicationContext start(
            String[] arguments, Map<String, String> settings, Map<String, String> secrets) {
        SpringApplication application = application();
        application.addInitializers(context -> {
            MutablePropertySources sources = context.getEnvironment().getPropertySources();
            // What a source is called decides that its names are read as those of variables.
            sources.addFirst(new SystemEnvironmentPropertySource(
                    "secret-files-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    Map.copyOf(secrets)));
            sources.addAfter(
                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new MapPropertySource("file", Map.copyOf(settings)));
        });
        try {
            return run(application, arguments);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException bind) {
                    throw new IllegalArgumentException(
                            "%s cannot be right: %s"
                                    .formatted(bind.getName(), deepest(cause).getMessage()),
                            e);
                }
            }
            throw e;
        }
    }

    private static Throwable deepest(Throwable problem) {
        Throwable deepest = problem;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    /** Leaves logging and signals to the program that it runs in. */
    private static SpringApplication application() {
        SpringApplication application = new SpringApplication(IngestApplication.class);
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.setRegisterShutdownHook(false);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(SPRING_DEFAULTS);
        return application;
    }

    private static ConfigurableApplicationContext run(SpringApplication application, String... arguments) {
        try {
            return application.run(arguments);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException taken) {
                    throw new PortTakenException(taken.getPort(), e);
                }
            }
            throw e;
        }
    }

    private static Map<String, Object> springDefaults() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("spring.application.name", "command-ingest");
        defaults.put("spring.mvc.async.request-timeout", "60s");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        // Both would read a body while a thread waits for it, and nobody sends forms.
        defaults.put("spring.mvc.formcontent.filter.enabled", false);
        defaults.put("spring.servlet.multipart.enabled", false);
        // Said outright, or springdoc warns of its default at each start.
        defaults.put("springdoc.api-docs.enabled", true);
        defaults.put("springdoc.api-docs.path", "/openapi.json");
        defaults.put("springdoc.default-produces-media-type", "application/json");
        defaults.put("management.endpoints.web.base-path", "/");
        defaults.put("management.endpoints.web.discovery.enabled", false);
        defaults.put("management.endpoints.web.exposure.include", "health,prometheus");
        defaults.put("management.endpoints.web.path-mapping.prometheus", "metrics");
        defaults.put("management.endpoint.health.group.live.include", "ping");
        defaults.put("management.endpoint.health.group.ready.include", "commands");
        defaults.put("management.endpoint.health.group.started.include", "start");
        defaults.put("management.endpoint.health.show-details", "always");
        defaults.put("management.endpoint.health.probes.enabled", false);
        defaults.put("management.health.defaults.enabled", false);
        defaults.put("management.health.ping.enabled", true);
        // Nobody has a password here; without this, Spring makes one up and logs it.
        defaults.put(
                "spring.autoconfigure.exclude",
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration");
        // As the other services have them, so that one rule asks all.
        defaults.put("management.metrics.tags.application", "dungeon-ingest");
        defaults.put("management.metrics.distribution.slo.http.server.requests", "10ms,50ms,100ms,250ms,500ms,1s,5s");
        // In one program with others, each has its own meters.
        defaults.put("management.metrics.use-global-registry", false);
        return defaults;
    }
}
