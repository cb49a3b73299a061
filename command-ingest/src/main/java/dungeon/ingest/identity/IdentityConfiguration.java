package dungeon.ingest.identity;

import dungeon.ingest.config.IngestConfig;
import dungeon.platform.token.Revocations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what knows who somebody is. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    @Bean
    SigningKeys signingKeys(IngestConfig config, Clock clock) {
        return SigningKeys.in(config.dataDir(), config.longestTokenLifetime(), clock);
    }

    @Bean
    Revocations revocations(MeterRegistry meters) {
        Revocations revocations = new Revocations();
        Gauge.builder("dungeon.ingest.revocations", revocations, Revocations::size)
                .description("Revocations of tokens that are published")
                .register(meters);
        Gauge.builder("dungeon.ingest.revocations.dropped", revocations, Revocations::dropped)
                .description("Revocations that were dropped for lack of room; their tokens hold again")
                .register(meters);
        return revocations;
    }

    @Bean
    Tokens tokens(SigningKeys keys, Revocations revocations, Clock clock) {
        return new Tokens(keys, revocations, clock);
    }

    @Bean
    Administrator administrator(IngestConfig config, Tokens tokens) {
        return AdministratorToken.in(config.dataDir(), tokens, config.administratorTokenLifetime());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Upkeep identityUpkeep(IngestConfig config, SigningKeys keys, Tokens tokens, Revocations revocations, Clock clock) {
        return new Upkeep(() -> {
            keys.refresh();
            revocations.expire(clock.instant());
            AdministratorToken.renew(config.dataDir(), tokens, config.administratorTokenLifetime());
        });
    }
}
