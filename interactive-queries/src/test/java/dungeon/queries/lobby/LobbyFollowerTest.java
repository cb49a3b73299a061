package dungeon.queries.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.schemas.LobbyEvent;
import dungeon.schemas.serde.RegistryUnavailableException;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LobbyFollowerTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.LOBBY_EVENTS.name(), 0);

    private final StateSerde<LobbyEvent> serde = new StateSerde<>(LobbyEvent.class);
    private final List<byte[]> log = new ArrayList<>();
    private final LobbyView view = new LobbyView();

    @Test
    void readsTheWholeLobbyAndThenSaysSo() {
        TestLobby.events().forEach(this::add);
        CountDownLatch answered = new CountDownLatch(1);
        Deserializer<LobbyEvent> waiting = (topic, bytes) -> {
            awaitLatch(answered);
            return serde.deserializer().deserialize(topic, bytes);
        };
        try (LobbyFollower follower = new LobbyFollower("broker:1", this::consumer, waiting, view)) {
            follower.start();
            assertThat(follower.problem()).contains("The lobby is being read");

            answered.countDown();

            await().until(() -> follower.problem().isEmpty());
            assertThat(view.player(TestLobby.PLAYER_ID)).isPresent();
            assertThat(view.mapTypes()).hasSize(1);
        }
    }

    @Test
    void leavesOutWhatCannotBeReadOrDoesNotFit() {
        log.add("no event".getBytes(StandardCharsets.UTF_8));
        // A rejection that stands after a registration which is missing.
        add(TestLobby.events().get(2));
        TestLobby.events().forEach(this::add);
        try (LobbyFollower follower = new LobbyFollower("broker:1", this::consumer, serde.deserializer(), view)) {
            follower.start();

            await().until(() -> follower.problem().isEmpty());
            assertThat(view.player(TestLobby.PLAYER_ID)).isPresent();
        }
    }

    @Test
    void triesAgainWhenTheRegistryIsAway() {
        TestLobby.events().forEach(this::add);
        AtomicInteger tries = new AtomicInteger();
        Deserializer<LobbyEvent> awayAtFirst = (topic, bytes) -> {
            if (tries.incrementAndGet() <= 2) {
                throw new RegistryUnavailableException("The registry is away", null);
            }
            return serde.deserializer().deserialize(topic, bytes);
        };
        try (LobbyFollower follower = new LobbyFollower("broker:1", this::consumer, awayAtFirst, view)) {
            follower.start();

            await().until(() ->
                    follower.problem().equals(Optional.of("The lobby cannot be read: The registry is away")));
            await().until(() -> follower.problem().isEmpty());
            assertThat(view.player(TestLobby.PLAYER_ID)).isPresent();
        }
    }

    @Test
    void goesOnAfterAnError() {
        TestLobby.events().forEach(this::add);
        AtomicInteger tries = new AtomicInteger();
        Deserializer<LobbyEvent> failing = (topic, bytes) -> {
            if (tries.incrementAndGet() == 2) {
                throw new StackOverflowError("too deep");
            }
            return serde.deserializer().deserialize(topic, bytes);
        };
        try (LobbyFollower follower = new LobbyFollower("broker:1", this::consumer, failing, view)) {
            follower.start();

            await().until(() -> follower.problem().orElse("").contains("too deep"));
            await().until(() -> follower.problem().isEmpty());
            assertThat(view.player(TestLobby.PLAYER_ID)).isPresent();
            assertThat(view.mapTypes()).hasSize(1);
        }
    }

    @Test
    void waitsForTheTopic() {
        try (LobbyFollower follower =
                new LobbyFollower("broker:1", () -> new MockConsumer<>("earliest"), serde.deserializer(), view)) {
            follower.start();

            await().until(() -> follower.problem().orElse("").contains("[lobby.events.v1] do not exist yet"));
        }
    }

    private void add(LobbyEvent event) {
        log.add(serde.serializer().serialize("", event));
    }

    private Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updatePartitions(
                PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) log.size()));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < log.size(); i++) {
                consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, i, new byte[0], log.get(i)));
            }
        });
        return consumer;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
