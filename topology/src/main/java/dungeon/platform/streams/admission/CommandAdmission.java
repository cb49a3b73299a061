package dungeon.platform.streams.admission;

import dungeon.platform.core.AuthenticatedCommand;
import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.streams.pace.CommitRequests;
import dungeon.platform.tracing.Tracing;
import dungeon.schemas.serde.SchemaUnavailableException;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.serde.UnknownSchemaException;
import dungeon.schemas.serde.WriteVersion;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Lets commands through to the rules, and everything that is no command to the dead letters. It takes raw bytes, so that a
 * dead letter is exactly what came, and it is written in the same transaction as everything else.
 *
 * @param <C> the type of the commands
 */
public final class CommandAdmission<C extends SpecificRecord> implements Processor<byte[], byte[], Object, Object> {
    /** Names of the headers that a dead letter gets. */
    public static final String REASON_HEADER = "dungeon.dead-letter.reason";

    public static final String MESSAGE_HEADER = "dungeon.dead-letter.message";
    public static final String TOPIC_HEADER = "dungeon.dead-letter.topic";
    public static final String PARTITION_HEADER = "dungeon.dead-letter.partition";
    public static final String OFFSET_HEADER = "dungeon.dead-letter.offset";

    /** A gameId has 36 bytes and the longest subject 45. The key is repeated in events, which have to stay small. */
    private static final int KEY_BYTES_MAXIMUM = 100;

    /** A reason is for people; what a parser says of hostile bytes can be as long as they are. */
    private static final int MESSAGE_LENGTH_MAXIMUM = 1_000;

    /** Whoever says that time has passed need not say who they are. */
    private static final Principal TICKING = Principal.unknown("A tick comes without a token");

    private static final String METRICS_SCOPE = "dead-letters";

    private final Deserializer<C> deserializer;
    private final CommandFormat<C> format;
    private final Serializer<C> encoder;
    private final TokenVerifier verifier;
    private final int partitions;
    private final String rules;
    private final String deadLetters;
    private final DeadLetterLog log;
    private final Duration commitInterval;
    private final Tracing tracing;
    private final Map<DeadLetterReason, Sensor> sensors = new EnumMap<>(DeadLetterReason.class);
    private ProcessorContext<Object, Object> context;
    private CommitRequests commits;

    /**
     * Prepares to admit the commands of a context.
     *
     * @param deserializer which waits for nobody that a record can choose
     * @param format of the commands; the key that one must have is its aggregate's id
     * @param partitions how many partitions the topic has
     * @param rules the node that takes commands
     * @param deadLetters the node that takes everything else
     * @param log of all admissions of the application
     * @param commitInterval how often what came of commands becomes visible
     * @param tracing says to which trace a command belongs
     */
    public CommandAdmission(
            Deserializer<C> deserializer,
            CommandFormat<C> format,
            TokenVerifier verifier,
            int partitions,
            String rules,
            String deadLetters,
            DeadLetterLog log,
            Duration commitInterval,
            Tracing tracing) {
        this.deserializer = deserializer;
        this.format = format;
        this.encoder = new StateSerde<>(format.type()).serializer();
        this.verifier = verifier;
        this.partitions = partitions;
        this.rules = rules;
        this.deadLetters = deadLetters;
        this.log = log;
        this.commitInterval = commitInterval;
        this.tracing = tracing;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        commits = new CommitRequests(context, commitInterval);
    }

    /**
     * {@inheritDoc}
     *
     * @throws KeysUnavailableException if the keys of tokens are not known yet
     */
    @Override
    public void process(Record<byte[], byte[]> record) {
        admit(record);
        commits.processed();
    }

    private void admit(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        if (record.value() == null) {
            sendToDeadLetters(record, metadata, DeadLetterReason.NO_VALUE, "A command has a value");
            return;
        }
        if (record.key() == null) {
            sendToDeadLetters(
                    record, metadata, DeadLetterReason.NO_KEY, "A command has the key of its game or subject");
            return;
        }
        if (record.key().length > KEY_BYTES_MAXIMUM) {
            sendToDeadLetters(
                    record,
                    metadata,
                    DeadLetterReason.LONG_KEY,
                    "The key has %d bytes; %d are allowed".formatted(record.key().length, KEY_BYTES_MAXIMUM));
            return;
        }
        C command;
        try {
            command = deserializer.deserialize(metadata.topic(), record.headers(), record.value());
        } catch (UnknownSchemaException e) {
            sendToDeadLetters(record, metadata, DeadLetterReason.UNKNOWN_SCHEMA, e.getMessage());
            return;
        } catch (UndecodableException e) {
            sendToDeadLetters(record, metadata, DeadLetterReason.UNDECODABLE, e.getMessage());
            return;
        } catch (SchemaUnavailableException e) {
            sendToDeadLetters(record, metadata, DeadLetterReason.SCHEMA_UNAVAILABLE, e.getMessage());
            return;
        }
        Schema kind = ((SpecificRecord) format.payload().apply(command)).getSchema();
        if (WriteVersion.isWithheld(kind)) {
            // Whoever takes over from this instance may be of a build that cannot read it.
            sendToDeadLetters(
                    record,
                    metadata,
                    DeadLetterReason.UNDECODABLE,
                    "A %s is taken only when the operator has raised write.version".formatted(kind.getName()));
            return;
        }
        String key = format.aggregateId().apply(command);
        if (!Arrays.equals(key.getBytes(StandardCharsets.UTF_8), record.key())) {
            sendToDeadLetters(
                    record, metadata, DeadLetterReason.WRONG_KEY, "The key must be that of the command itself");
            return;
        }
        int expected = Utils.toPositive(Utils.murmur2(record.key())) % partitions;
        if (expected != metadata.partition()) {
            sendToDeadLetters(
                    record,
                    metadata,
                    DeadLetterReason.WRONG_PARTITION,
                    "The partition of this key is %d (murmur2 of the key, modulo %d)".formatted(expected, partitions));
            return;
        }
        boolean isTick = format.isTick().test(format.payload().apply(command));
        Principal principal = isTick ? TICKING : verifier.verify(record.headers(), key, record.timestamp());
        if (!isTick && principal.kind() == PrincipalKind.UNKNOWN) {
            sendToDeadLetters(record, metadata, DeadLetterReason.UNAUTHENTICATED, principal.problem());
            return;
        }
        CommandMetadata arrival =
                new CommandMetadata(principal, record.timestamp(), bytesOf(command, record.value().length));
        // Of all that a sender may have written there, only the trace goes on.
        Headers trace = Tracing.headersOf(tracing.of(record.headers()));
        context.forward(
                new Record<>(key, new AuthenticatedCommand<>(command, arrival), record.timestamp(), trace), rules);
    }

    /**
     * The length of a command as we would write it, at least of those that events repeat, because a sender's own schema can make a
     * short record of what is a long one in ours.
     */
    private int bytesOf(C command, int received) {
        return format.isLarge().test(format.payload().apply(command))
                ? Math.max(received, encoder.serialize(null, command).length)
                : received;
    }

    private void sendToDeadLetters(
            Record<byte[], byte[]> record, RecordMetadata metadata, DeadLetterReason reason, String fullMessage) {
        String message = fullMessage.substring(0, Math.min(fullMessage.length(), MESSAGE_LENGTH_MAXIMUM));
        log.add(reason, metadata, message);
        sensors.computeIfAbsent(reason, this::sensor).record();
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            // Dead letters are read by operators, who have no business with a player's token.
            if (!Topics.isAuthorization(header)) {
                headers.add(header);
            }
        }
        add(headers, REASON_HEADER, reason.name());
        add(headers, MESSAGE_HEADER, message);
        add(headers, TOPIC_HEADER, metadata.topic());
        add(headers, PARTITION_HEADER, String.valueOf(metadata.partition()));
        add(headers, OFFSET_HEADER, String.valueOf(metadata.offset()));
        context.forward(new Record<>(record.key(), record.value(), record.timestamp(), headers), deadLetters);
    }

    private Sensor sensor(DeadLetterReason reason) {
        String operation = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return context.metrics()
                .addRateTotalSensor(METRICS_SCOPE, format.type().getSimpleName(), operation, RecordingLevel.INFO);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
