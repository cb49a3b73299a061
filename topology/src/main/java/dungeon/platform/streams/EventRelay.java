package dungeon.platform.streams;

import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.EventFormat;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what happened in one context to another one, as commands: a reader of committed events and a writer of commands, with no
 * state but its offsets. A command is sent at least once, each time with the same id and cause, so that its target can tell a
 * repetition, by the id for some minutes and by the cause for ever.
 *
 * <p>The target takes the last cause of an aggregate for all before it. So of the commands that an aggregate's events lead to for
 * another one, each is acknowledged before the next is sent: no failure in between lets a later one arrive alone. Offsets are
 * committed when all commands of the events before are acknowledged.
 *
 * @param <E> the type of the events
 * @param <C> the type of the commands
 */
public final class EventRelay<E extends SpecificRecord, C extends SpecificRecord> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MS = 1_000;
    private static final long CLOSE_MS = 10_000;

    /** Of an event and another one, whether their commands must wait for each other. */
    private record Route(String from, String to) {}

    private final String name;
    private final ContextModule<?, E> source;
    private final ContextModule<C, ?> target;
    private final RelayPolicy<E> policy;
    private final Supplier<String> authorization;
    private final Map<String, Object> clientConfig;
    private final EventFormat<E> events;
    private final CommandFormat<C> commands;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Consumer<String, byte[]> consumer;

    /**
     * Prepares to relay.
     *
     * @param name also the consumer group; another one for each pair of contexts, and fixed for life
     * @param policy which events lead to which commands
     * @param authorization the header of the commands: a token of the kind SERVICE
     * @param clientConfig the settings of Kafka clients and of the serdes
     */
    public EventRelay(
            String name,
            ContextModule<?, E> source,
            ContextModule<C, ?> target,
            RelayPolicy<E> policy,
            Supplier<String> authorization,
            Map<String, Object> clientConfig) {
        this.name = name;
        this.source = source;
        this.target = target;
        this.policy = policy;
        this.authorization = authorization;
        this.clientConfig = Map.copyOf(clientConfig);
        this.events = source.context().events();
        this.commands = target.context().commands();
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, what was not committed is read again and sent again. */
    private void run() {
        while (closing.getCount() > 0) {
            try (Consumer<String, byte[]> reader = consumer();
                    Producer<String, byte[]> writer = producer()) {
                consumer = reader;
                relay(reader, writer);
            } catch (WakeupException e) {
                LOG.debug("Woken to close", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | RuntimeException e) {
                LOG.warn("{} cannot go on, and tries again: {}", name, e.toString());
                pause();
            }
        }
    }

    private void relay(Consumer<String, byte[]> reader, Producer<String, byte[]> writer)
            throws InterruptedException, ExecutionException {
        reader.subscribe(List.of(source.events().name()));
        Session session = new Session(reader, writer);
        while (closing.getCount() > 0) {
            session.round();
        }
    }

    /** From one start to the next failure. */
    final class Session {
        private final Deserializer<E> deserializer =
                source.events().valueSerde(clientConfig).deserializer();
        private final Serializer<C> serializer =
                target.commands().valueSerde(clientConfig).serializer();
        private final Consumer<String, byte[]> reader;
        private final Wave wave;

        Session(Consumer<String, byte[]> reader, Producer<String, byte[]> writer) {
            this.reader = reader;
            this.wave = new Wave(writer);
        }

        /** Relays what has come, and commits how far that is. */
        void round() throws InterruptedException, ExecutionException {
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                send(record);
            }
            wave.await();
            reader.commitSync();
        }

        private void send(ConsumerRecord<String, byte[]> record) throws InterruptedException, ExecutionException {
            E event;
            try {
                event = deserializer.deserialize(record.topic(), record.value());
            } catch (UndecodableException e) {
                LOG.error("{} leaves out {}-{}@{}", name, record.topic(), record.partition(), record.offset(), e);
                return;
            }
            EventMetadata metadata = events.metadataOf(event);
            List<RelayPolicy.Outgoing> outgoing = policy.commandsFor(event);
            for (int number = 0; number < outgoing.size(); number++) {
                Cause cause = new Cause(source.name(), metadata.aggregateId(), metadata.sequence(), number);
                String aggregateId = outgoing.get(number).aggregateId();
                wave.send(
                        new Route(metadata.aggregateId(), aggregateId),
                        message(cause, aggregateId, outgoing.get(number).payload()));
            }
        }

        private ProducerRecord<String, byte[]> message(Cause cause, String aggregateId, SpecificRecord payload) {
            String topic = target.commands().name();
            String commandId =
                    Ids.relayed(source.events().name(), cause.getAggregateId(), cause.getSequence(), cause.getNumber());
            // The time of this try, so that a late one is not refused before its cause is looked at.
            C command = commands.causedBy().create(commandId, Instant.now(), aggregateId, cause, payload);
            ProducerRecord<String, byte[]> message =
                    new ProducerRecord<>(topic, aggregateId, serializer.serialize(topic, command));
            message.headers()
                    .add(Topics.AUTHORIZATION_HEADER, authorization.get().getBytes(StandardCharsets.UTF_8));
            return message;
        }
    }

    /** Commands that are under way together, none of which has to wait for another. */
    private static final class Wave {
        private final Producer<String, byte[]> writer;
        private final Set<Route> routes = new HashSet<>();
        private final List<Future<?>> underWay = new ArrayList<>();

        Wave(Producer<String, byte[]> writer) {
            this.writer = writer;
        }

        void send(Route route, ProducerRecord<String, byte[]> message) throws InterruptedException, ExecutionException {
            if (!routes.add(route)) {
                await();
                routes.add(route);
            }
            underWay.add(writer.send(message));
        }

        /** Returns when all of them are acknowledged. */
        void await() throws InterruptedException, ExecutionException {
            for (Future<?> command : underWay) {
                command.get();
            }
            underWay.clear();
            routes.clear();
        }
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, name);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        // What an abort takes back is never relayed.
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Events may not be skipped because the group is new.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Producer<String, byte[]> producer() {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, name);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        // Players write to these topics too, and could write under the producer id that it would have; in order all the
        // same.
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private void pause() {
        try {
            boolean closed = closing.await(PAUSE_MS, TimeUnit.MILLISECONDS);
            LOG.trace("Paused; closing: {}", closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
