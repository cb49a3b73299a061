package dungeon.ingest.identity;

import dungeon.ingest.config.IngestConfig;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what knows who somebody is. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    SigningKey signingKey(IngestConfig config) {
        return SigningKey.in(config.dataDir());
    }

    @Bean
    Tokens tokens(SigningKey key, Clock clock) {
        return new Tokens(key, clock);
    }

    @Bean
    Administrator administrator(IngestConfig config, Tokens tokens) {
        return AdministratorToken.in(config.dataDir(), tokens, config.administratorTokenLifetime());
    }
}
