package dungeon.ingest;

import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.http.ProblemReportValve;
import java.time.Clock;
import org.apache.catalina.core.StandardContext;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Where the server listens, and the time. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> server(IngestConfig config, JsonMapper mapper) {
        return factory -> {
            factory.setAddress(config.address());
            factory.setPort(config.port());
            factory.addContextCustomizers(context -> {
                context.getParent().getPipeline().addValve(new ProblemReportValve(mapper));
                if (context instanceof StandardContext standard) {
                    // It would warn of the JDK's HTTP client, whose threads end by themselves.
                    standard.setSkipMemoryLeakChecksOnJvmShutdown(true);
                }
            });
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
