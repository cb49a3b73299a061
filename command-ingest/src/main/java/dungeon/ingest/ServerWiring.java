package dungeon.ingest;

import java.time.Clock;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the server listens, and the time. */
@Configuration(proxyBeanMethods = false)
class ServerWiring {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> listener(IngestConfig config) {
        return factory -> {
            factory.setAddress(config.address());
            factory.setPort(config.port());
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
