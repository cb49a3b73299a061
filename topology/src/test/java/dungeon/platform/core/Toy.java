package dungeon.platform.core;

import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.InMemoryState;
import dungeon.platform.core.state.StateChanges;
import dungeon.platform.core.state.StateReader;
import dungeon.platform.core.state.ToyTables;
import dungeon.platform.core.state.UnitOfWork;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.Cause;
import dungeon.platform.envelope.CommandFormat;
import dungeon.platform.envelope.EventMetadata;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.envelope.Progress;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.Event;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tick;
import dungeon.schemas.state.Kills;
import dungeon.schemas.topics.Envelopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * A context whose decisions a test makes, with the envelopes of the robots' game: {@link StartGame} creates, all else needs an
 * aggregate. Its event is {@link QueueCleared}, whose texts and numbers mean what a test says. Times are in ms since 1970.
 */
final class Toy {
    static final String ID = "a toy";
    static final TimerId TIMER = TimerId.of(1);
    static final Principal ANN = Principal.player("00000000-0000-4000-8000-00000000000a", "Ann");
    static final Principal BOB = Principal.player("00000000-0000-4000-8000-00000000000b", "Bob");
    static final Principal SERVICE = Principal.service("lobby");

    private final InMemoryState state = new InMemoryState(ToyTables.ALL, ID);
    private final Map<String, Cause> causesByCommand = new HashMap<>();
    private final InMemoryIdempotency ids = new InMemoryIdempotency();
    private final List<Event> events = new ArrayList<>();
    private final CommandHandler<Command, Event, StateReader> handler;
    private int commands;
    /** What is done with the next commands that are admitted. */
    private Consumer<Decision<StateReader>> onCommand = Toy::happen;

    private Consumer<Decision<StateReader>> onTimer = Toy::happen;

    Toy() {
        CommandFormat<Command> commandFormat = new CommandFormat<>(
                Command.class,
                Command::getGameId,
                Command::getCommandId,
                Command::getIssuedAt,
                Command::getPlayerId,
                Command::getPayload,
                Envelopes.COMMANDS.tick(),
                Envelopes.COMMANDS.isTick(),
                Envelopes.COMMANDS.isLarge(),
                command -> causesByCommand.get(command.getCommandId()),
                null);
        BoundedContext<Command, Event, StateReader> context = new BoundedContext<>(
                "toy",
                "toyId",
                AggregateIds.TEXTS,
                commandFormat,
                Envelopes.EVENTS,
                ToyTables.ALL,
                reader -> reader,
                new Policy(),
                (code, message, faults) -> new CommandRejected(
                        RejectionCode.UNKNOWN,
                        code + ": " + message,
                        faults.stream()
                                .map(fault -> new Detail(fault.field(), fault.problem()))
                                .toList()),
                new Decider<>() {
                    @Override
                    public void decide(Decision<StateReader> decision, Command command) {
                        onCommand.accept(decision);
                    }

                    @Override
                    public void fire(Decision<StateReader> decision, TimerId timer) {
                        onTimer.accept(decision);
                    }
                },
                Toy::evolve);
        handler = new CommandHandler<>(context, new UnitOfWork(ToyTables.ALL, state), ids);
    }

    /** Everybody may do everything but a registrar, and nobody speaks for Eve. */
    private static final class Policy implements AdmissionPolicy<Command> {
        @Override
        public String kindFault(Command command, Principal sender) {
            return sender.kind() == PrincipalKind.REGISTRAR ? "Nothing here is for registrars" : null;
        }

        @Override
        public String identityFault(Command command, Principal sender) {
            return "Eve".equals(sender.name()) ? "Nobody speaks for Eve" : null;
        }

        @Override
        public List<Fault> faults(Command command) {
            return command.getPayload() instanceof dungeon.schemas.ClearQueue clear
                            && clear.getRobotId().isEmpty()
                    ? List.of(new Fault("robotId", "is empty"))
                    : List.of();
        }

        @Override
        public boolean creates(Command command) {
            return command.getPayload() instanceof StartGame;
        }
    }

    /** The number of an event sets a timer that is due then, 0 closes the toy, a negative one does nothing. */
    private static void evolve(StateChanges changes, EventMetadata event, SpecificRecord payload) {
        if (payload instanceof QueueCleared happened) {
            changes.put(ToyTables.KILLS, new Kills(happened.getRobotId(), (int) event.sequence()));
            if (happened.getDropped() > 0) {
                changes.setTimer(TIMER, happened.getDropped());
            } else if (happened.getDropped() == 0) {
                changes.close();
            }
        }
    }

    /** Something that happens: a text, and what becomes of the timer. */
    static QueueCleared event(String text, int number) {
        return new QueueCleared(text, number);
    }

    private static void happen(Decision<StateReader> decision) {
        decision.emit(event("happened", -1));
    }

    Toy onCommand(Consumer<Decision<StateReader>> decide) {
        onCommand = decide;
        return this;
    }

    Toy onTimer(Consumer<Decision<StateReader>> fire) {
        onTimer = fire;
        return this;
    }

    /** A toy to which one thing has happened, at 1 ms. */
    static Toy created() {
        Toy toy = new Toy();
        toy.send(ANN, 1, new StartGame());
        toy.events.clear();
        return toy;
    }

    Command command(Principal sender, long issuedAtMs, SpecificRecord payload) {
        String id = "00000000-0000-4000-8000-%012d".formatted(++commands);
        return new Command(id, Instant.ofEpochMilli(issuedAtMs), ID, sender.playerId(), payload);
    }

    /** Says which event of another context led to a command. */
    Command causedBy(Cause cause, Command command) {
        causesByCommand.put(command.getCommandId(), cause);
        return command;
    }

    /** Gives what comes of a command that arrives when it was issued. */
    List<Event> send(Principal sender, long atMs, SpecificRecord payload) {
        return send(command(sender, atMs, payload), sender, atMs);
    }

    List<Event> send(Command command, Principal sender, long atMs) {
        List<Event> published = new ArrayList<>();
        handler.handle(new AuthenticatedCommand<>(command, new CommandMetadata(sender, atMs, 100)), published::addAll);
        events.addAll(published);
        return published;
    }

    List<Event> tick(long atMs) {
        return send(Principal.unknown("no token"), atMs, new Tick());
    }

    CommandHandler<Command, Event, StateReader> handler() {
        return handler;
    }

    InMemoryState state() {
        return state;
    }

    InMemoryIdempotency ids() {
        return ids;
    }

    List<Event> events() {
        return events;
    }

    Progress progress() {
        return state.load(ToyTables.ALL.progress(), null);
    }
}
