package dungeon.ingest.limits;

import dungeon.ingest.config.IngestConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what counts. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {
    @Bean
    Rates rates(IngestConfig config) {
        return new Rates(config.limits(), System::nanoTime);
    }

    @Bean
    ClientAddresses clientAddresses(IngestConfig config) {
        return new ClientAddresses(config.trustedProxies(), config.forwardedHeader());
    }
}
