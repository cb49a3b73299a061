package dungeon.ingest.commands;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells {@code /health/started} whether commands could be taken at least once, with the log read up to its end. */
@Component("start")
final class StartIndicator implements HealthIndicator {
    private final Readiness readiness;

    StartIndicator(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public Health health() {
        return readiness.wasReady()
                ? Health.up().build()
                : Health.outOfService().build();
    }
}
