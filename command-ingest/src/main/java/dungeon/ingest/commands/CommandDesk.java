package dungeon.ingest.commands;

import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Rejections;
import dungeon.schemas.CommandRejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;

/** Sends commands and waits for what comes of them. */
public final class CommandDesk {
    private final CommandWriter writer;
    private final Outcomes outcomes;
    private final Duration outcomeWait;

    public CommandDesk(CommandWriter writer, Outcomes outcomes, Duration outcomeWait) {
        this.writer = writer;
        this.outcomes = outcomes;
        this.outcomeWait = outcomeWait;
    }

    /** Sends commands, and completes when they are in the log. */
    public CompletableFuture<Void> send(List<Order> orders) {
        return writer.write(orders);
    }

    /**
     * Sends commands and waits for their events.
     *
     * @return the events of each command so far, in the order of the commands
     */
    public CompletableFuture<List<List<Published>>> sendAndAwait(List<Order> orders, Duration atMost) {
        List<CompletableFuture<List<Published>>> asked =
                orders.stream().map(order -> outcomes.of(order, atMost)).toList();
        CompletableFuture<Void> sent = writer.write(orders);
        CompletableFuture<Void> known = CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new));
        // An outcome that is known needs no confirmation any more, a command that was not written has none, and of one
        // without events it must be known that it was written.
        return CompletableFuture.anyOf(
                        sent.thenCompose(nothing -> known),
                        known.thenCompose(nothing ->
                                asked.stream().map(CompletableFuture::join).anyMatch(List::isEmpty) ? sent : known))
                .thenApply(nothing -> {
                    List<List<Published>> events = new ArrayList<>(asked.size());
                    asked.forEach(future -> events.add(future.join()));
                    return events;
                });
    }

    /**
     * Sends commands that build on each other and waits until all are done.
     *
     * @return the events of each command; or a problem if one is refused, or its outcome is not known in time
     */
    public CompletableFuture<List<List<Published>>> carryOut(List<Order> orders) {
        return sendAndAwait(orders, outcomeWait).thenApply(events -> {
            for (int i = 0; i < orders.size(); i++) {
                requireDone(orders.get(i), events.get(i));
            }
            return events;
        });
    }

    private void requireDone(Order order, List<Published> events) {
        String gameId = order.gameId();
        if (events.isEmpty()) {
            throw new Problem(
                            HttpStatus.GATEWAY_TIMEOUT,
                            "OUTCOME_PENDING",
                            "The command was written, and its outcome is not known after %d ms; look for the events with its commandId"
                                    .formatted(outcomeWait.toMillis()))
                    .with("commandId", order.commandId())
                    .with("gameId", gameId);
        }
        // A command that is sent again can be refused where it had succeeded, once the rules forgot it, and the
        // reverse.
        if (events.stream().allMatch(Published::isRejection)) {
            CommandRejected rejection =
                    (CommandRejected) events.get(events.size() - 1).payload();
            throw Rejections.problem(rejection, gameId != null)
                    .with("commandId", order.commandId())
                    .with("gameId", gameId);
        }
    }
}
