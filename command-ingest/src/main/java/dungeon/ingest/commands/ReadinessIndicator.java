package dungeon.ingest.commands;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells {@code /health/ready} whether commands can be taken, and if not, why. */
@Component("commands")
final class ReadinessIndicator implements HealthIndicator {
    private final Readiness readiness;

    ReadinessIndicator(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public Health health() {
        Readiness.Obstacle obstacle = readiness.obstacle();
        if (obstacle == null) {
            return Health.up().build();
        }
        return Health.outOfService()
                .withDetail("code", obstacle.code().code())
                .withDetail("detail", obstacle.detail())
                .build();
    }
}
