package dungeon.queries.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.queries.views.NotAvailableException;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.serde.RegistryUnavailableException;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LobbyFollowerTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.LOBBY_EVENTS.name(), 0);

    private static final String BERT = "40000000-0000-4000-8000-000000000004";

    private final StateSerde<LobbyEvent> serde = new StateSerde<>(LobbyEvent.class);
    private final List<byte[]> log = new ArrayList<>();
    private final AtomicInteger handedOut = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void readsTheWholeLobbyAndThenSaysSo() {
        TestLobby.events().forEach(this::add);
        CountDownLatch answered = new CountDownLatch(1);
        Deserializer<LobbyEvent> waiting = (topic, bytes) -> {
            awaitLatch(answered);
            return serde.deserializer().deserialize(topic, bytes);
        };
        try (LobbyFollower follower = follower(this::consumer, waiting)) {
            follower.start();
            assertThat(follower.problem()).contains("The lobby is being read");

            answered.countDown();

            await().until(() -> follower.problem().isEmpty());
            assertThat(follower.view().player(TestLobby.PLAYER_ID)).isPresent();
            assertThat(follower.view().mapTypes("", 10)).hasSize(1);
        }
    }

    @Test
    void leavesOutWhatCannotBeRead() {
        log.add("no event".getBytes(StandardCharsets.UTF_8));
        TestLobby.events().forEach(this::add);
        try (LobbyFollower follower = follower(this::consumer, serde.deserializer())) {
            follower.start();

            await().until(() -> follower.problem().isEmpty());
            assertThat(follower.view().player(TestLobby.PLAYER_ID)).isPresent();
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
        try (LobbyFollower follower = follower(this::consumer, awayAtFirst)) {
            follower.start();

            await().until(() ->
                    follower.problem().equals(Optional.of("The lobby cannot be read: The registry is away")));
            await().until(() -> follower.problem().isEmpty());
            assertThat(follower.view().player(TestLobby.PLAYER_ID)).isPresent();
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
        try (LobbyFollower follower = follower(this::consumer, failing)) {
            follower.start();

            await().until(() -> follower.problem().orElse("").contains("too deep"));
            await().until(() -> follower.problem().isEmpty());
            assertThat(follower.view().player(TestLobby.PLAYER_ID)).isPresent();
            assertThat(follower.view().mapTypes("", 10)).hasSize(1);
        }
    }

    @Test
    void readsOnlyWhatIsNewAfterARestart() {
        TestLobby.events().forEach(this::add);
        try (LobbyFollower follower = follower(this::consumer, serde.deserializer())) {
            follower.start();
            await().until(() -> follower.problem().isEmpty());
        }
        int before = handedOut.get();
        add(TestLobby.event("player:bert", 1, new PlayerRegistered(BERT, "Bert", null)));
        AtomicInteger decoded = new AtomicInteger();
        Deserializer<LobbyEvent> counting = (topic, bytes) -> {
            decoded.incrementAndGet();
            return serde.deserializer().deserialize(topic, bytes);
        };
        try (LobbyFollower follower = follower(this::consumer, counting)) {
            follower.start();
            await().until(() -> follower.problem().isEmpty());

            assertThat(follower.view().player(BERT)).isPresent();
            assertThat(follower.view().player(TestLobby.PLAYER_ID)).isPresent();
        }
        assertThat(before).isEqualTo(TestLobby.events().size());
        assertThat(decoded).hasValue(1);
    }

    @Test
    void tellsWhenItIsUpToNow() {
        TestLobby.events().forEach(this::add);
        try (LobbyFollower follower = follower(this::consumer, serde.deserializer())) {
            CompletableFuture<Void> early = follower.upToNow(Duration.ofMillis(1));
            assertThat(early)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .withCauseInstanceOf(NotAvailableException.class);
            CompletableFuture<Void> upToNow = follower.upToNow(Duration.ofSeconds(30));

            follower.start();

            assertThat(upToNow).succeedsWithin(Duration.ofSeconds(30));
            assertThat(follower.view().player(TestLobby.PLAYER_ID)).isPresent();
        }
    }

    @Test
    void waitsForTheTopic() {
        try (LobbyFollower follower = follower(() -> new MockConsumer<>("earliest"), serde.deserializer())) {
            follower.start();

            await().until(() -> follower.problem().orElse("").contains("[lobby.events.v1] do not exist yet"));
        }
    }

    private LobbyFollower follower(
            Supplier<Consumer<byte[], byte[]>> consumers, Deserializer<LobbyEvent> deserializer) {
        return new LobbyFollower("broker:1", new FakeLobbyLog(), consumers, deserializer, folder);
    }

    private final class FakeLobbyLog implements LobbyLog {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public CompletableFuture<Map<Integer, Long>> ends() {
            return CompletableFuture.completedFuture(Map.of(0, (long) log.size()));
        }

        @Override
        public void close() {
            // Nothing is open.
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
            for (int i = (int) consumer.position(PARTITION); i < log.size(); i++) {
                handedOut.incrementAndGet();
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
