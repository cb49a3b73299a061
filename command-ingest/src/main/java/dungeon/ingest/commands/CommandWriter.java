package dungeon.ingest.commands;

import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Writes commands to their topics, all with one producer, so that a sender's commands stay in order. */
public final class CommandWriter implements AutoCloseable {
    /** A shutdown does not wait for brokers that are away; whoever asked was told nothing that could be wrong. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final Readiness readiness;
    private Producer<String, byte[]> producer;

    public CommandWriter(KafkaClients clients, Readiness readiness) {
        this.clients = clients;
        this.readiness = readiness;
    }

    /**
     * Writes commands in their order.
     *
     * @return completes when the brokers have confirmed all of them, or with a problem that names those that they have not
     * @throws Problem with status 503 if it is known that nothing can be written now
     */
    public CompletableFuture<Void> write(List<CommandRecord> commandRecords) {
        readiness.require();
        Set<String> unconfirmed = ConcurrentHashMap.newKeySet();
        commandRecords.forEach(commandRecord -> unconfirmed.add(commandRecord.commandId()));
        List<CompletableFuture<Void>> writes = new ArrayList<>(commandRecords.size());
        for (CommandRecord commandRecord : commandRecords) {
            CompletableFuture<Void> write = write(commandRecord);
            writes.add(write.thenRun(() -> unconfirmed.remove(commandRecord.commandId())));
            if (write.isCompletedExceptionally()) {
                // The others would each block for as long, and their order would be lost.
                break;
            }
        }
        boolean onlyFirstTried = writes.size() == 1;
        return CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).exceptionally(failure -> {
            List<String> ids = commandRecords.stream()
                    .map(CommandRecord::commandId)
                    .filter(unconfirmed::contains)
                    .toList();
            boolean nothingWritten = onlyFirstTried && causeOf(failure) instanceof NotSentException;
            throw (nothingWritten ? notWritten(failure) : unknown(failure, ids.size(), commandRecords.size()))
                    .with("commandIds", ids);
        });
    }

    private static Problem notWritten(Throwable failure) {
        return Problems.unavailable(
                ProblemCode.BROKER_UNAVAILABLE,
                "Nothing was written, because the brokers do not answer (%s); try again"
                        .formatted(causeOf(failure).getMessage()));
    }

    private static Problem unknown(Throwable failure, int unconfirmed, int all) {
        return Problems.unavailable(
                ProblemCode.DELIVERY_UNKNOWN,
                "The brokers did not confirm %d of %d commands (%s), which may have been written or not; send them again with the same commandId, which has no second effect"
                        .formatted(unconfirmed, all, causeOf(failure).getMessage()));
    }

    private CompletableFuture<Void> write(CommandRecord commandRecord) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        Thread sender = Thread.currentThread();
        try {
            var unusedForTheCallback = producer().send(commandRecord.message(), (metadata, failure) -> {
                if (failure == null) {
                    written.complete(null);
                } else if (Thread.currentThread() == sender) {
                    // The producer did not even take it; what goes wrong later is told by the producer's own thread.
                    written.completeExceptionally(new NotSentException(failure));
                } else {
                    written.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            written.completeExceptionally(new NotSentException(e));
        }
        return written;
    }

    /** Made late, because making one fails as long as the brokers' names are unknown. */
    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = clients.newProducer();
        }
        return producer;
    }

    /** Writes what is still in hand, and frees the connections. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_TIMEOUT);
        }
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    /** The producer did not take a command, so it cannot have been written. */
    private static final class NotSentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSentException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
