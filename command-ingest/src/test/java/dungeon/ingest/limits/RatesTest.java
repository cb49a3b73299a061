package dungeon.ingest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.ingest.config.IngestConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RatesTest {
    private final AtomicLong nanos = new AtomicLong();

    private Rates rates(Map<String, Object> settings) {
        IngestConfig config = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("dungeon.ingest", IngestConfig.class);
        return new Rates(config.limits(), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void grantsTheBurstAndThenTheRate() {
        Rates rates = rates(Map.of());

        assertThat(rates.take(RateKind.COMMANDS, "a", 1_600).granted()).isTrue();
        Allowance refused = rates.take(RateKind.COMMANDS, "a", 1);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryAfterSeconds()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(rates.take(RateKind.COMMANDS, "a", 501).granted()).isFalse();
        assertThat(rates.take(RateKind.COMMANDS, "a", 500).granted()).isTrue();
    }

    @Test
    void refusesAllOfWhatItHasNotAllOf() {
        Rates rates = rates(Map.of());
        rates.take(RateKind.COMMANDS, "a", 1_000);

        assertThat(rates.take(RateKind.COMMANDS, "a", 601).remaining()).isEqualTo(600);
        assertThat(rates.take(RateKind.COMMANDS, "a", 600).granted()).isTrue();
    }

    @Test
    void countsSendersAndKindsApart() {
        Rates rates = rates(Map.of("dungeon.ingest.limits.registrationsBurst", 1));
        rates.take(RateKind.REGISTRATIONS, "a", 1);

        assertThat(rates.take(RateKind.REGISTRATIONS, "a", 1).granted()).isFalse();
        assertThat(rates.take(RateKind.REGISTRATIONS, "b", 1).granted()).isTrue();
        assertThat(rates.take(RateKind.MAP_TYPES, "a", 1).granted()).isTrue();
    }

    @Test
    void saysWhatIsLeftAndWhenToComeAgain() {
        Rates rates = rates(Map.of());

        Allowance first = rates.take(RateKind.REGISTRATIONS, "a", 29);
        assertThat(first.policyHeader()).isEqualTo("\"registrations\";q=30;w=60");
        assertThat(first.header()).isEqualTo("\"registrations\";r=1;t=58");
        assertThat(rates.take(RateKind.REGISTRATIONS, "a", 3).retryAfterSeconds())
                .isEqualTo(4);
        assertThat(rates.take(RateKind.COMMANDS, "a", 1).policyHeader()).isEqualTo("\"commands\";q=1600;w=4");
    }

    @Test
    void forgetsWhoseBurstIsBack() {
        Rates rates = rates(Map.of());
        rates.take(RateKind.REGISTRATIONS, "a", 30);
        pass(Duration.ofSeconds(59));
        assertThat(rates.senders(RateKind.REGISTRATIONS)).isEqualTo(1);

        pass(Duration.ofSeconds(1));
        assertThat(rates.senders(RateKind.REGISTRATIONS)).isZero();
    }

    @Test
    void remembersABoundedNumberOfSenders() {
        Rates rates = rates(Map.of("dungeon.ingest.limits.rateSenders", 100));
        for (int i = 0; i < 10_000; i++) {
            rates.take(RateKind.REGISTRATIONS, "sender " + i, 1);
        }

        assertThat(rates.senders(RateKind.REGISTRATIONS)).isEqualTo(100);
    }
}
