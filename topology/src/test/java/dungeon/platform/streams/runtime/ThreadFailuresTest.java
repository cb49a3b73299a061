package dungeon.platform.streams.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dungeon.schemas.serde.RegistryUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");
    private final ThreadFailures failures = new ThreadFailures(3, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void waitsForTheRegistryForEver() {
        StreamsException away = new StreamsException(new RegistryUnavailableException("away", null));
        for (int i = 0; i < 100; i++) {
            assertThat(failures.handle(away)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(failures.last()).hasValueSatisfying(last -> assertThat(last).contains("away"));
    }

    /** By a producer of Kafka's, so that another wording of a later version is noticed. */
    @Test
    void goesOnWithANewProducerAfterACommitThatTheBrokersDidNotAnswer() {
        ThreadFailures none = new ThreadFailures(0, Clock.systemUTC());
        assertThat(none.handle(new StreamsException(useOfAProducerWhoseCommitIsPending())))
                .isEqualTo(REPLACE_THREAD);
        assertThat(none.handle(new StreamsException(new IllegalStateException("broken"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(none.handle(new StreamsException(new IllegalStateException())))
                .isEqualTo(SHUTDOWN_CLIENT);
    }

    private static RuntimeException useOfAProducerWhoseCommitIsPending() {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:1",
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "any",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TimeoutException.class);
            RuntimeException refusal = catchThrowableOfType(RuntimeException.class, producer::abortTransaction);
            producer.close(Duration.ZERO);
            return refusal;
        }
    }

    @Test
    void endsAfterThreeOtherFailuresInTenMinutes() {
        StreamsException broken = new StreamsException("broken");
        for (int i = 0; i < 3; i++) {
            assertThat(failures.handle(broken)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(failures.handle(broken)).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void forgetsOldFailures() {
        StreamsException broken = new StreamsException("broken");
        for (int i = 0; i < 10; i++) {
            assertThat(failures.handle(broken)).isEqualTo(REPLACE_THREAD);
            now = now.plus(Duration.ofMinutes(4));
        }
    }

    @Test
    void endsAtOnceIfNoReplacementIsAllowed() {
        ThreadFailures none = new ThreadFailures(0, Clock.systemUTC());
        assertThat(none.handle(new StreamsException("broken"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(none.handle(new StreamsException(new RegistryUnavailableException("away", null))))
                .isEqualTo(REPLACE_THREAD);
    }

    @Test
    void endsOnErrorsOfTheMachine() {
        assertThat(failures.handle(new OutOfMemoryError())).isEqualTo(SHUTDOWN_CLIENT);
    }
}
