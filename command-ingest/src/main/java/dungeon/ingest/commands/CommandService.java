package dungeon.ingest.commands;

import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Rejections;
import dungeon.platform.envelope.Ids;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Sends commands and waits for what comes of them. What callers do with an outcome, such as signing a token or writing a thousand
 * events as JSON, they do on threads of their own: those that follow the log and the brokers wait for nobody.
 */
public final class CommandService {
    /** Within it an outcome is promised, as the level of service has it. */
    private static final Duration OUTCOME_PROMISED = Duration.ofMillis(250);

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        OUTCOME_PROMISED,
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final CommandWriter writer;
    private final Outcomes outcomes;
    private final Duration outcomeWait;
    private final Executor answers;
    private final CommandTraces traces;
    private final Timer outcomeTime;
    private final Counter unknown;

    /**
     * @param outcomeWait how long {@link #execute} waits
     * @param answers where callers go on
     * @param meters takes how long outcomes took
     * @param traces takes the spans of commands
     */
    public CommandService(
            CommandWriter writer,
            Outcomes outcomes,
            Duration outcomeWait,
            Executor answers,
            MeterRegistry meters,
            CommandTraces traces) {
        this.writer = writer;
        this.outcomes = outcomes;
        this.outcomeWait = outcomeWait;
        this.answers = answers;
        this.traces = traces;
        outcomeTime = Timer.builder("dungeon.ingest.outcome")
                .description("From the sending of a command to its outcome, where a request waits for it")
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
        unknown = Counter.builder("dungeon.ingest.outcome.unknown")
                .description("Commands whose outcome was not known when the time to wait was over")
                .register(meters);
    }

    /** Sends commands, and completes when they are in the log. */
    public CompletableFuture<Void> send(List<CommandRecord> commandRecords) {
        return elsewhere(traces.of("write command", commandRecords, () -> writer.write(commandRecords)));
    }

    /**
     * Sends commands and waits for their events.
     *
     * @return the events of each command so far, in the order of the commands
     */
    public CompletableFuture<List<List<CommittedEvent>>> sendAndAwait(
            List<CommandRecord> commandRecords, Duration atMost) {
        return traces.of("command to outcome", commandRecords, () -> sendAndWatch(commandRecords, atMost));
    }

    private CompletableFuture<List<List<CommittedEvent>>> sendAndWatch(
            List<CommandRecord> commandRecords, Duration atMost) {
        long startNanos = System.nanoTime();
        List<CompletableFuture<List<CommittedEvent>>> asked = commandRecords.stream()
                .map(commandRecord -> outcomes.of(commandRecord, atMost)
                        .whenComplete((events, never) -> measure(events, System.nanoTime() - startNanos, atMost)))
                .toList();
        CompletableFuture<Void> sent = writer.write(commandRecords);
        CompletableFuture<Void> known = CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new));
        // An outcome that is known needs no confirmation any more, a command that was not written has none, and of one
        // without events it must be known that it was written.
        return elsewhere(CompletableFuture.anyOf(
                        sent.thenCompose(nothing -> known),
                        known.thenCompose(nothing ->
                                asked.stream().map(CompletableFuture::join).anyMatch(List::isEmpty) ? sent : known)))
                .thenApply(nothing -> {
                    List<List<CommittedEvent>> events = new ArrayList<>(asked.size());
                    asked.forEach(future -> events.add(future.join()));
                    return events;
                });
    }

    /**
     * Sends commands that build on each other and waits until all are done.
     *
     * @return the events of each command; or a problem if one is refused, or its outcome is not known in time
     */
    public CompletableFuture<List<List<CommittedEvent>>> execute(List<CommandRecord> commandRecords) {
        return sendAndAwait(commandRecords, outcomeWait).thenApply(events -> {
            for (int i = 0; i < commandRecords.size(); i++) {
                requireDone(commandRecords.get(i), commandRecords.get(i).commandId(), events.get(i));
            }
            return events;
        });
    }

    /**
     * Waits until a command is done that others send because of one of the caller's.
     *
     * @param askedBy the caller's command, which is what can be sent again
     * @return its events; or a problem if it is refused, or its outcome is not known in time
     */
    private CompletableFuture<List<CommittedEvent>> await(CommandRecord commandRecord, String askedBy) {
        return elsewhere(outcomes.of(commandRecord, outcomeWait)).thenApply(events -> {
            requireDone(commandRecord, askedBy, events);
            return events;
        });
    }

    /**
     * Waits until the command is done that the lobby's relay sends because of an event, which one of the caller's has led to. Its id follows from the
     * event.
     *
     * @param target where the relay sends it
     * @param key for which game or room
     * @param askedBy the caller's command, which is what can be sent again
     */
    public CompletableFuture<List<CommittedEvent>> awaitRelayed(
            CommittedEvent event, Topic<?> target, String key, String askedBy) {
        String commandId = Ids.relayed(Topics.LOBBY_EVENTS.name(), event.key(), event.sequence(), 0);
        return await(CommandRecord.ofOthers(target, key, commandId), askedBy);
    }

    /** Whoever waits for a shorter time than an outcome may take has learned nothing. */
    private void measure(List<CommittedEvent> events, long nanos, Duration atMost) {
        if (!events.isEmpty()) {
            outcomeTime.record(nanos, TimeUnit.NANOSECONDS);
        } else if (atMost.compareTo(OUTCOME_PROMISED) > 0) {
            unknown.increment();
        }
    }

    private <T> CompletableFuture<T> elsewhere(CompletableFuture<T> future) {
        return future.whenCompleteAsync((value, failure) -> {}, answers);
    }

    private static Problem problem(Object rejection, boolean ofGame) {
        if (rejection instanceof dungeon.schemas.identity.CommandRejected ofIdentity) {
            return Rejections.problem(ofIdentity);
        }
        return rejection instanceof dungeon.schemas.tictactoe.CommandRejected ofRoom
                ? Rejections.problem(ofRoom)
                : Rejections.problem((CommandRejected) rejection, ofGame);
    }

    private void requireDone(CommandRecord commandRecord, String askedBy, List<CommittedEvent> events) {
        String gameId = commandRecord.gameId();
        if (events.isEmpty()) {
            throw new Problem(
                            ProblemCode.OUTCOME_PENDING,
                            "The command was written, and its outcome is not known after %d ms; look for the events with its commandId"
                                    .formatted(outcomeWait.toMillis()))
                    .with("commandId", askedBy)
                    .with("gameId", gameId);
        }
        // A command that is sent again can be refused where it had succeeded, once the rules forgot it, and the
        // reverse.
        if (events.stream().allMatch(CommittedEvent::isRejection)) {
            throw problem(events.get(events.size() - 1).payload(), gameId != null)
                    .with("commandId", askedBy)
                    .with("gameId", gameId);
        }
    }
}
