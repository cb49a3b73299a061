package dungeon.verification.endtoend;

import static dungeon.verification.endtoend.TestPlayer.confirmed;
import static dungeon.verification.endtoend.TestPlayer.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Machine;
import dungeon.verification.checks.GameAudit;
import dungeon.verification.checks.LogChecks;
import dungeon.verification.checks.PublishedLog;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What players may write to Kafka by mistake or out of malice: it gets a reason, and nothing is lost or stopped. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class BadRecordsTest {
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(20);

    @Test
    void buriesWhatIsNoCommandAndGoesOn(Machine machine) throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(machine.platform())) {
            int deadBefore = deadLetters(machine).size();
            byte[] gameKey = key(player.gameId());
            byte[] good = player.bytes(player.command(new BuyRobots(1, null)));
            byte[] unknownSchema = good.clone();
            ByteBuffer.wrap(unknownSchema).putInt(1, 999_999);
            confirmed(player.writeRaw(null, gameKey, new byte[] {1, 2, 3}, player.token()));
            confirmed(player.writeRaw(null, gameKey, Arrays.copyOf(good, good.length - 3), player.token()));
            confirmed(player.writeRaw(null, gameKey, unknownSchema, player.token()));
            confirmed(player.writeRaw(null, gameKey, null, player.token()));
            confirmed(player.writeRaw(0, null, good, player.token()));
            confirmed(player.writeRaw(null, key("another-key"), good, player.token()));
            int right = Math.floorMod(Utils.toPositive(Utils.murmur2(gameKey)), Topics.PARTITIONS);
            confirmed(player.writeRaw((right + 1) % Topics.PARTITIONS, gameKey, good, player.token()));

            JsonNode outcome = player.send("{\"type\": \"BuyRobots\", \"quantity\": 1}");
            assertThat(outcome.path("events").get(0).path("type").asText()).isEqualTo("RobotsPurchased");

            await().atMost(DECIDED_WITHIN)
                    .untilAsserted(() -> assertThat(deadLetters(machine)).hasSize(deadBefore + 7));
            assertThat(deadLetters(machine).subList(deadBefore, deadBefore + 7))
                    .extracting(record -> header(record, "dungeon.dead-letter.reason"))
                    .contains("NO_KEY", "NO_VALUE", "UNDECODABLE", "WRONG_KEY", "WRONG_PARTITION")
                    // A registry that is busy with other tests may not answer in time.
                    .containsAnyOf("UNKNOWN_SCHEMA", "SCHEMA_UNAVAILABLE");
        }
    }

    @Test
    void survivesTheLongestRecordsThatTheBrokerTakes(Machine machine) throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(machine.platform())) {
            int deadBefore = deadLetters(machine).size();
            byte[] longest = new byte[Topics.COMMAND_BATCH_BYTES_MAXIMUM - 200];
            Arrays.fill(longest, (byte) 1);
            confirmed(player.writeRaw(null, key(player.gameId()), longest, null));
            Command command = player.command(new BuyRobots(1, null));
            command.setGameId("a".repeat(500_000));
            confirmed(player.writeRaw(null, key(command.getGameId()), player.bytes(command), null));
            byte[] hundredfold = new byte[20 * Topics.COMMAND_BATCH_BYTES_MAXIMUM];
            assertThatThrownBy(() -> confirmed(player.writeCompressed(key(player.gameId()), hundredfold)))
                    .hasCauseInstanceOf(RecordTooLargeException.class);

            assertThat(player.send("{\"type\": \"BuyRobots\", \"quantity\": 1}")
                            .path("events")
                            .get(0)
                            .path("type")
                            .asText())
                    .isEqualTo("RobotsPurchased");
            await().atMost(DECIDED_WITHIN)
                    .untilAsserted(() -> assertThat(deadLetters(machine)
                                    .subList(deadBefore, deadLetters(machine).size()))
                            .extracting(record -> header(record, "dungeon.dead-letter.reason"))
                            .containsExactlyInAnyOrder("UNDECODABLE", "LONG_KEY"));
        }
    }

    @Test
    void buriesForgedTokensAndRejectsForeignOnesOnKafkaToo(Machine machine) throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(machine.platform());
                TestPlayer eve = TestPlayer.inPracticeGame(machine.platform())) {
            int deadBefore = deadLetters(machine).size();
            String forged = player.token().substring(0, player.token().length() - 8) + "AAAAAAAA";
            Command none = player.command(new BuyRobots(1, null));
            Command bad = player.command(new BuyRobots(1, null));
            Command foreign = player.command(new BuyRobots(1, null));
            byte[] gameKey = key(player.gameId());
            confirmed(player.writeRaw(null, gameKey, player.bytes(none), null));
            confirmed(player.writeRaw(null, gameKey, player.bytes(bad), forged));
            confirmed(player.writeRaw(null, gameKey, player.bytes(foreign), eve.token()));
            await().atMost(DECIDED_WITHIN)
                    .untilAsserted(() -> assertThat(rejection(PublishedLog.read(machine.platform()), foreign))
                            .isEqualTo(RejectionCode.NOT_YOU));

            List<ConsumerRecord<byte[], byte[]>> dead = deadLetters(machine);
            assertThat(dead.subList(deadBefore, dead.size())).hasSize(2).allSatisfy(record -> {
                assertThat(header(record, "dungeon.dead-letter.reason")).isEqualTo("UNAUTHENTICATED");
                assertThat(record.headers()).noneMatch(Topics::isAuthorization);
            });
            PublishedLog log = PublishedLog.read(machine.platform());
            assertThat(eventsOf(log, none)).isEmpty();
            assertThat(eventsOf(log, bad)).isEmpty();
            TokenVerifier verifier = new TokenVerifier(
                    new RemoteKeys(URI.create(machine.platform().ingestUrl() + "/.well-known/jwks.json")));
            assertThat(GameAudit.of(log, player.gameId(), verifier).depth()).isEqualTo(GameAudit.Depth.REPLAYED);
        }
    }

    @Test
    void obeysACommandOnceThoughItIsSentAThousandTimes(Machine machine) throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(machine.platform())) {
            Command buy = player.command(new BuyRobots(2, null));
            List<Future<RecordMetadata>> writes = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                writes.add(player.write(buy));
            }
            for (var write : writes) {
                confirmed(write);
            }
            Command last = player.command(new BuyRobots(1, null));
            confirmed(player.write(last));
            await().atMost(DECIDED_WITHIN)
                    .untilAsserted(() -> assertThat(outcome(PublishedLog.read(machine.platform()), last))
                            .containsExactly("RobotsPurchased", "RobotSpawned"));
            PublishedLog log = PublishedLog.read(machine.platform());
            assertThat(outcome(log, buy)).containsExactly("RobotsPurchased", "RobotSpawned", "RobotSpawned");
            LogChecks.sequencesHaveNoGap(log);
        }
    }

    /** In the order in which they were written, as far as there is one. */
    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(Machine machine) {
        List<ConsumerRecord<byte[], byte[]>> dead =
                PublishedLog.records(machine.platform(), Topics.DEAD_LETTERS.name());
        dead.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        return dead;
    }

    private static RejectionCode rejection(PublishedLog log, Command command) {
        List<Event> events = eventsOf(log, command);
        assertThat(events).hasSize(1);
        return ((CommandRejected) events.get(0).getPayload()).getCode();
    }

    private static List<String> outcome(PublishedLog log, Command command) {
        return eventsOf(log, command).stream()
                .map(event -> event.getPayload().getClass().getSimpleName())
                .toList();
    }

    private static List<Event> eventsOf(PublishedLog log, Command command) {
        return log.eventsOf(command.getGameId()).stream()
                .filter(event -> command.getCommandId().equals(event.getCommandId()))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
