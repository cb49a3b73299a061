package dungeon.players.arena;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.players.game.Order;
import dungeon.players.game.Player;
import dungeon.players.game.Strategy;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Event;
import dungeon.schemas.GameState;
import dungeon.schemas.MapType;
import dungeon.schemas.Rules;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tick;
import dungeon.schemas.topics.LobbySubjects;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * One game in virtual time. The rules decide the commands as the platform does; players see the events alone, and their
 * commands take a while to arrive. All chance comes from the seed, so the same game comes out each time.
 */
public final class VirtualGame {
    /** How often the players look at what has happened, in ms of the game. */
    private static final int STEP_MS = 25;

    /** From a thought to its place in the log, in ms; what real bots on one machine were seen to need. */
    private static final int LATENCY_MINIMUM_MS = 20;

    private static final int LATENCY_MAXIMUM_MS = 50;

    private static final long CREATED_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final int RECORD_BYTES = 200;
    private static final int SEED_BYTES = 32;

    private record Sent(long arrivesMs, long order, Command command, Principal caller) {}

    /**
     * Somebody who plays.
     *
     * @param name also says who it is: the player's id is made from it
     * @param strategy a new one for each game
     */
    public record Seat(String name, Strategy strategy) {
        /** UUID. */
        public String playerId() {
            return playerId(name);
        }

        /** The id of the player of a name; UUID. */
        static String playerId(String name) {
            return LobbySubjects.playerId(name);
        }
    }

    private final class Participant {
        private final Principal caller;
        private final Player player;
        private long lastArrivalMs;

        Participant(Seat seat) {
            caller = Principal.player(seat.playerId(), seat.name());
            player = new Player(seat.playerId(), seat.name(), seat.strategy(), chance.nextLong());
        }

        void act(long nowMs) {
            for (Order order : player.orders(nowMs)) {
                // Whoever sends one command after the other has them decided in this order.
                long latencyMs = chance.nextInt(LATENCY_MINIMUM_MS, LATENCY_MAXIMUM_MS + 1);
                lastArrivalMs = Math.max(lastArrivalMs, nowMs + latencyMs);
                send(order, caller, nowMs, lastArrivalMs);
            }
        }
    }

    private final SplittableRandom chance;
    private final InMemoryGame world;
    private final List<Event> log = new ArrayList<>();
    private final PriorityQueue<Sent> underWay =
            new PriorityQueue<>(Comparator.comparingLong(Sent::arrivesMs).thenComparingLong(Sent::order));
    private long sent;

    private final BiConsumer<Command, CommandMetadata> decided;

    private VirtualGame(long seed, BiConsumer<Command, CommandMetadata> decided) {
        this.decided = decided;
        chance = new SplittableRandom(seed);
        world = new InMemoryGame(Ids.timed(CREATED_MS, "virtual-game:" + seed));
    }

    /**
     * Plays a game to its end, and gives all its events.
     *
     * @param seats in the order in which they join, which is that of the home stations
     * @throws IllegalArgumentException if the map or the rules are faulty
     */
    public static List<Event> play(MapType map, Rules rules, Duration duration, List<Seat> seats, long seed) {
        return play(map, rules, duration, seats, seed, (command, arrival) -> {});
    }

    /**
     * The same for somebody who wants to know the commands as well.
     *
     * @param log takes each command, ticks too, in the order in which they are decided
     */
    public static List<Event> play(
            MapType map,
            Rules rules,
            Duration duration,
            List<Seat> seats,
            long seed,
            BiConsumer<Command, CommandMetadata> log) {
        return new VirtualGame(seed, log).play(map, rules, duration, seats);
    }

    private List<Event> play(MapType map, Rules rules, Duration duration, List<Seat> seats) {
        byte[] gameSeed = new byte[SEED_BYTES];
        chance.nextBytes(gameSeed);
        administer(
                new CreateGame(
                        map,
                        rules,
                        seats.size(),
                        duration.toMillis(),
                        ByteBuffer.wrap(gameSeed),
                        null,
                        null,
                        null,
                        null),
                CREATED_MS);
        List<Participant> participants = new ArrayList<>();
        long nowMs = CREATED_MS;
        for (Seat seat : seats) {
            Participant participant = new Participant(seat);
            participants.add(participant);
            log.forEach(participant.player::learn);
            // One after the other, so that the seats are those that were asked for.
            participant.act(nowMs);
            nowMs += LATENCY_MAXIMUM_MS;
            pass(nowMs, participants);
        }
        administer(new StartGame(), nowMs);
        participants.forEach(participant -> participant.player.learn(log.get(log.size() - 1)));
        while (world.game().getState() != GameState.ENDED) {
            nowMs += STEP_MS;
            pass(nowMs, participants);
            for (Participant participant : participants) {
                participant.act(nowMs);
            }
        }
        return log;
    }

    /** Lets time pass, with all that is due or arrives in it, and tells the participants. */
    private void pass(long nowMs, List<Participant> participants) {
        int before = log.size();
        while (!underWay.isEmpty() && underWay.peek().arrivesMs <= nowMs) {
            Sent next = underWay.remove();
            decide(next.command, new CommandMetadata(next.caller, next.arrivesMs, RECORD_BYTES));
        }
        Command tick = command(Ids.nameBased("tick"), new Tick(), null, nowMs);
        decide(tick, new CommandMetadata(Principal.administrator(), nowMs, RECORD_BYTES));
        List<Event> news = log.subList(before, log.size());
        participants.forEach(participant -> news.forEach(participant.player::learn));
    }

    private void administer(SpecificRecord payload, long nowMs) {
        Command command = command(Ids.nameBased(payload.getClass().getSimpleName()), payload, null, nowMs);
        decide(command, new CommandMetadata(Principal.administrator(), nowMs, RECORD_BYTES));
        if (log.get(log.size() - 1).getPayload() instanceof CommandRejected rejected) {
            throw new IllegalArgumentException("%s %s".formatted(rejected.getMessage(), rejected.getDetails()));
        }
    }

    private void decide(Command command, CommandMetadata arrival) {
        decided.accept(command, arrival);
        world.handle(command, arrival, log::addAll);
    }

    private void send(Order order, Principal caller, long nowMs, long arrivesMs) {
        Command command = command(order.commandId(), order.payload(), caller.playerId(), nowMs);
        underWay.add(new Sent(arrivesMs, sent++, command, caller));
    }

    private Command command(String commandId, SpecificRecord payload, String playerId, long nowMs) {
        return new Command(commandId, Instant.ofEpochMilli(nowMs), world.gameId(), playerId, payload);
    }
}
