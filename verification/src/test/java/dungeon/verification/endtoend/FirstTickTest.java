package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.platform.streams.KafkaTickSender;
import dungeon.robots.RobotsContext;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Machine;
import dungeon.verification.checks.PublishedLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sender of ticks that has never sent one. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class FirstTickTest {
    @Test
    void theFirstTickAfterAStartIsWritten(Machine machine) {
        String gameId = UUID.randomUUID().toString();
        Map<String, Object> config = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, machine.platform().bootstrapServers(),
                RegistryConfig.URL, machine.platform().registryUrl());
        try (KafkaTickSender sender = new KafkaTickSender(config)) {
            sender.to(Topics.COMMANDS, RobotsContext.CONTEXT.commands()).send(gameId, new RecordHeaders());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(PublishedLog.records(machine.platform(), Topics.COMMANDS.name()))
                            .filteredOn(record -> Arrays.equals(record.key(), TestPlayer.key(gameId)))
                            .hasSize(1));
        }
    }
}
