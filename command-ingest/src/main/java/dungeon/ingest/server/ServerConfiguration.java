package dungeon.ingest.server;

import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.limits.ClientAddresses;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.apache.catalina.core.StandardContext;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Where the server listens, and the time. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> server(
            IngestConfig config, ClientAddresses addresses, JsonMapper mapper) {
        return factory -> {
            factory.setAddress(config.address());
            factory.setPort(config.port());
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addProtocolHandlerCustomizers(
                    (BoundedProtocol protocol) -> protocol.bound(config.limits(), addresses));
            factory.addEngineValves(new AnswerHeaders(addresses), new Connections());
            factory.addContextCustomizers(context -> {
                context.getParent().getPipeline().addValve(new ProblemReportValve(mapper));
                context.getParent().getPipeline().addValve(new ReadablePaths());
                if (context instanceof StandardContext standard) {
                    // It would warn of the JDK's HTTP client, whose threads end by themselves.
                    standard.setSkipMemoryLeakChecksOnJvmShutdown(true);
                }
            });
        };
    }

    /** Around {@link BodyReception}, and in no other filter's way. */
    @Bean
    FilterRegistrationBean<AnswerDelivery> answerDelivery(IngestConfig config) {
        FilterRegistrationBean<AnswerDelivery> filter =
                new FilterRegistrationBean<>(new AnswerDelivery(config.limits()));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return filter;
    }

    /** Next to the application, so that the address is the one that is asked for. */
    @Bean
    FilterRegistrationBean<BodyReception> bodyReception(IngestConfig config) {
        FilterRegistrationBean<BodyReception> filter = new FilterRegistrationBean<>(new BodyReception(config.limits()));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
