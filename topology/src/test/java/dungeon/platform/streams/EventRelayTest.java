package dungeon.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.InMemoryAggregate;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import dungeon.toy.AuctionCommand;
import dungeon.toy.AuctionEvent;
import dungeon.toy.Auctions;
import dungeon.toy.ConfirmDelivery;
import dungeon.toy.DeliveryEnded;
import dungeon.toy.DeliveryRequested;
import dungeon.toy.OpenAuction;
import dungeon.toy.ParcelCommand;
import dungeon.toy.ParcelEvent;
import dungeon.toy.ParcelRefused;
import dungeon.toy.ParcelSent;
import dungeon.toy.Parcels;
import dungeon.toy.SendParcel;
import dungeon.toy.ToyTick;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From toy to toy and back, killed at every point at which it can be: before and after each command is written, and each commit. */
class EventRelayTest {
    private static final int AUCTIONS = 3;
    private static final long START_MS = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();
    private static final ContextModule<AuctionCommand, AuctionEvent> AUCTIONS_MODULE = new ContextModule<>(
            Auctions.CONTEXT,
            topic("auctions.commands.v1", AuctionCommand.class),
            topic("auctions.events.v1", AuctionEvent.class));
    private static final ContextModule<ParcelCommand, ParcelEvent> PARCELS_MODULE = new ContextModule<>(
            Parcels.CONTEXT,
            topic("parcels.commands.v1", ParcelCommand.class),
            topic("parcels.events.v1", ParcelEvent.class));

    private static final RelayPolicy<AuctionEvent> REQUESTS =
            event -> event.getPayload() instanceof DeliveryRequested requested
                    ? List.of(new RelayPolicy.Outgoing(
                            requested.getParcelId(), new SendParcel(event.getAuctionId(), requested.getWeight())))
                    : List.of();
    private static final RelayPolicy<ParcelEvent> OUTCOMES = event -> {
        if (event.getPayload() instanceof ParcelSent sent) {
            return List.of(new RelayPolicy.Outgoing(sent.getAuctionId(), new ConfirmDelivery(true)));
        }
        return event.getPayload() instanceof ParcelRefused refused
                ? List.of(new RelayPolicy.Outgoing(refused.getAuctionId(), new ConfirmDelivery(false)))
                : List.of();
    };

    private final Side<AuctionCommand, AuctionEvent> auctions = new Side<>(AUCTIONS_MODULE);
    private final Side<ParcelCommand, ParcelEvent> parcels = new Side<>(PARCELS_MODULE);
    private final Relay<AuctionEvent, ParcelCommand> there = new Relay<>("there", auctions, parcels, REQUESTS);
    private final Relay<ParcelEvent, AuctionCommand> back = new Relay<>("back", parcels, auctions, OUTCOMES);

    @Test
    void bringsCommandsThereAndOutcomesBack() throws Exception {
        sell();
        there.run(0);
        back.run(0);

        assertEachWasDeliveredOnce();
        assertThat(parcels.log)
                .allSatisfy(command -> assertThat(header(command)).isEqualTo("Bearer of auctions"));
    }

    static IntStream kills() {
        return IntStream.rangeClosed(1, 4 * AUCTIONS + 4);
    }

    @ParameterizedTest
    @MethodSource("kills")
    void nothingIsLostOrDoneTwiceWhereverItIsKilled(int operation) throws Exception {
        sell();
        there.run(operation);
        back.run(operation);

        assertEachWasDeliveredOnce();
    }

    @ParameterizedTest
    @MethodSource("kills")
    void aCommandThatComesAgainAfterTheIdsAreForgottenIsDropped(int operation) throws Exception {
        sell();
        parcels.latenessMs = 600_000;
        there.run(operation);
        // All once more, as after an outage, a day later.
        parcels.latenessMs = 86_400_000;
        there.committed = 0;
        there.run(0);
        back.run(operation);

        assertEachWasDeliveredOnce();
    }

    @Test
    void aTargetThatRefusesIsAnOutcomeToo() throws Exception {
        auctions.handle(auction(0), open(31), 0);
        auctions.handle(auction(0), new ToyTick(), 1_000);
        there.run(0);
        back.run(0);

        assertThat(endings()).containsExactly(new DeliveryEnded(false));
        assertThat(parcels.events.stream().map(ParcelEvent::getPayload)).containsExactly(new ParcelRefused(auction(0)));
    }

    @Test
    void asksAgainAndASecondParcelIsNotSentForASecondRequest() throws Exception {
        auctions.handle(auction(0), open(3), 0);
        auctions.handle(auction(0), new ToyTick(), 1_000);
        there.run(0);
        // The answer takes longer than the auction waits.
        auctions.handle(auction(0), new ToyTick(), 6_000);
        there.run(0);
        back.run(0);

        assertThat(endings()).containsExactly(new DeliveryEnded(true));
        assertThat(parcels.aggregates.values().stream()
                        .map(parcel -> parcel.state().progress().getSequence()))
                .containsExactly(2L);
    }

    private void sell() {
        for (int n = 0; n < AUCTIONS; n++) {
            auctions.handle(auction(n), open(n), 0);
            auctions.handle(auction(n), new ToyTick(), 1_000);
        }
    }

    private void assertEachWasDeliveredOnce() {
        assertThat(endings()).hasSize(AUCTIONS).containsOnly(new DeliveryEnded(true));
        assertThat(parcels.events.stream().map(ParcelEvent::getPayload)).hasSize(AUCTIONS);
        assertThat(parcels.aggregates.values())
                .hasSize(AUCTIONS)
                .allSatisfy(parcel ->
                        assertThat(parcel.state().progress().getSequence()).isEqualTo(1));
    }

    private List<Object> endings() {
        return auctions.events.stream()
                .map(AuctionEvent::getPayload)
                .filter(DeliveryEnded.class::isInstance)
                .toList();
    }

    private static OpenAuction open(int weight) {
        return new OpenAuction(1_000L, weight);
    }

    private static String auction(int n) {
        return Ids.nameBased("auction " + n);
    }

    private static String header(ProducerRecord<String, byte[]> command) {
        return new String(
                command.headers().lastHeader(Topics.AUTHORIZATION_HEADER).value(), StandardCharsets.UTF_8);
    }

    private static <V extends SpecificRecord> Topic<V> topic(String name, Class<V> type) {
        return new Topic<>(name, () -> new StateSerde<>(type), Map.of());
    }

    /** A context with its logs; commands that are written are decided at once, each at the time at which it arrives. */
    private static final class Side<C extends SpecificRecord, E extends SpecificRecord> {
        private final ContextModule<C, E> module;
        private final Map<String, InMemoryAggregate<C, E>> aggregates = new HashMap<>();
        private final List<ProducerRecord<String, byte[]>> log = new ArrayList<>();
        private final List<E> events = new ArrayList<>();
        private long latenessMs;
        private int commands;

        Side(ContextModule<C, E> module) {
            this.module = module;
        }

        void handle(String aggregateId, SpecificRecord payload, long atMs) {
            Principal player = Principal.player(Ids.nameBased("ann"), "Ann");
            C command = module.context()
                    .commands()
                    .causedBy()
                    .create(
                            Ids.nameBased("command " + commands++),
                            Instant.ofEpochMilli(START_MS + atMs),
                            aggregateId,
                            null,
                            payload);
            decide(command, new CommandMetadata(player, START_MS + atMs, 100));
        }

        void write(ProducerRecord<String, byte[]> message, String sender) {
            log.add(message);
            C command =
                    module.commands().valueSerde(Map.of()).deserializer().deserialize(message.topic(), message.value());
            // A relay gives the time of each try, so a command is timely however late it comes.
            long nowMs = START_MS + 2_000 + latenessMs;
            command.put(command.getSchema().getField("issuedAt").pos(), Instant.ofEpochMilli(nowMs));
            decide(command, new CommandMetadata(Principal.service(sender), nowMs, 100));
        }

        private void decide(C command, CommandMetadata metadata) {
            BoundedContext<C, E, ?> context = module.context();
            aggregates
                    .computeIfAbsent(
                            context.commands().aggregateId().apply(command), id -> InMemoryAggregate.of(context, id))
                    .handle(command, metadata, events::addAll);
        }
    }

    /** A relay that is killed at an operation, and begins again with what it has committed. */
    private static final class Relay<E extends SpecificRecord, C extends SpecificRecord> {
        private final Side<?, E> from;
        private final Side<C, ?> to;
        private final EventRelay<E, C> relay;
        private final TopicPartition partition;
        private long committed;
        private int operations;
        private int killedAt;

        Relay(String name, Side<?, E> from, Side<C, ?> to, RelayPolicy<E> policy) {
            this.from = from;
            this.to = to;
            this.partition = new TopicPartition(from.module.events().name(), 0);
            this.relay = new EventRelay<>(
                    name, from.module, to.module, policy, () -> "Bearer of " + from.module.name(), Map.of());
        }

        /** Relays all that is there; 0 is never killed. */
        void run(int operation) throws InterruptedException {
            operations = 0;
            killedAt = operation;
            while (committed < from.events.size()) {
                try {
                    relay.new Session(consumer(), producer()).round();
                } catch (KilledException | ExecutionException e) {
                    assertThat(operations).isGreaterThanOrEqualTo(killedAt);
                }
            }
        }

        private void mayBeKilled() {
            operations++;
            if (operations == killedAt) {
                throw new KilledException();
            }
        }

        private MockConsumer<String, byte[]> consumer() {
            MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest") {
                @Override
                public synchronized void commitSync() {
                    mayBeKilled();
                    committed = position(partition);
                    mayBeKilled();
                }
            };
            consumer.assign(List.of(partition));
            consumer.updateBeginningOffsets(Map.of(partition, 0L));
            consumer.seek(partition, committed);
            for (int offset = (int) committed; offset < from.events.size(); offset++) {
                byte[] value = from.module
                        .events()
                        .valueSerde(Map.of())
                        .serializer()
                        .serialize(partition.topic(), from.events.get(offset));
                consumer.addRecord(new ConsumerRecord<>(partition.topic(), 0, offset, "", value));
            }
            return consumer;
        }

        private MockProducer<String, byte[]> producer() {
            return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
                    mayBeKilled();
                    to.write(message, from.module.name());
                    mayBeKilled();
                    return CompletableFuture.completedFuture(null);
                }
            };
        }
    }

    private static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
