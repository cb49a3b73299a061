package dungeon.verification.fuzz.kafka;

import dungeon.verification.fuzz.cases.CaseId;
import dungeon.verification.fuzz.cases.Cases;
import dungeon.verification.fuzz.cases.Findings;
import dungeon.verification.fuzz.cases.Stage;
import dungeon.verification.fuzz.outcomes.Ledger;
import dungeon.verification.fuzz.outcomes.Source;
import dungeon.verification.fuzz.outcomes.Verdict;
import dungeon.verification.fuzz.tokens.HostileTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes hostile records to the topics of commands, no faster than something comes of them. For one thread. */
public final class RecordFuzz implements AutoCloseable {
    private static final String PREFIX = "kafka/";
    private static final int MEASURED_BY_THE_BROKER = 64 * 1024 * 1024;
    private static final Duration CLOSE_MAXIMUM = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Findings findings;
    private final Map<String, RecordKind> kinds;
    private final Oracle oracle;
    private final KafkaProducer<byte[], byte[]> producer;

    public RecordFuzz(Stage stage, HostileTokens tokens, Ledger ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
        Orders orders = new Orders(stage);
        oracle = new Oracle(orders);
        kinds = List.of(
                        new AnyOrders(orders),
                        new MutatedOrders(orders),
                        new RandomBytes(orders),
                        new WrongPlaces(orders),
                        new StolenNames(orders, tokens),
                        new OddHeaders(orders),
                        new Repetitions(orders),
                        new HugeRecords(orders))
                .stream()
                .collect(Collectors.toMap(kind -> PREFIX + kind.name(), Function.identity()));
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stage.platform().bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MEASURED_BY_THE_BROKER,
                        ProducerConfig.LINGER_MS_CONFIG,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The kinds, with how many of each come against the others. */
    public Map<String, Integer> weights() {
        return kinds.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().weight()));
    }

    /** Writes the cases; ends early if nothing comes of them any more. */
    public void run(Cases cases) throws InterruptedException {
        for (CaseId id = cases.next(); id != null && ledger.awaitRoom(); id = cases.next()) {
            write(id, kinds.get(id.kind()).next(cases.randomOf(id)));
        }
        producer.flush();
    }

    private void write(CaseId id, HostileRecord record) {
        Verdict verdict = oracle.judge(record);
        write(id, record, verdict);
        for (int i = 1; i < record.times(); i++) {
            write(id, record, Verdict.nothing(verdict.commandId()));
        }
    }

    // The call-back hears of it.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void write(CaseId id, HostileRecord record, Verdict verdict) {
        ledger.begin(verdict);
        producer.send(
                new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()),
                (metadata, failure) -> {
                    if (failure == null) {
                        ledger.sent(id, verdict, new Source(metadata.topic(), metadata.partition(), metadata.offset()));
                        return;
                    }
                    ledger.refused(verdict);
                    if (!(failure instanceof RecordTooLargeException)) {
                        findings.add(id, "cannot be written: " + failure, record.text());
                    }
                });
    }

    @Override
    public void close() {
        producer.close(CLOSE_MAXIMUM);
    }
}
