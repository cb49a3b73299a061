package dungeon.verification.simulation;

import dungeon.players.arena.VirtualGame;
import dungeon.players.strategies.HouseStrategy;
import dungeon.schemas.Event;
import dungeon.schemas.Rules;
import dungeon.schemas.maps.ShippedMaps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A game of the four bots on a map that comes with the dungeon: what players do who mean it. */
final class BotGame {
    /** The large one takes long to draw and longer to cross. */
    private static final List<String> MAPS = List.of(ShippedMaps.EXAMPLE, "maze");

    private BotGame() {}

    static SimulatedGame play(long seed) {
        Random random = new Random(seed);
        List<VirtualGame.Seat> seats = Arrays.stream(HouseStrategy.values())
                .map(strategy -> new VirtualGame.Seat(strategy.label(), strategy.create()))
                .toList();
        List<Delivery> sent = new ArrayList<>();
        List<Event> events = VirtualGame.play(
                ShippedMaps.read(MAPS.get(random.nextInt(MAPS.size()))),
                Rules.newBuilder().build(),
                Duration.ofSeconds(random.nextInt(60, 180)),
                seats,
                seed,
                (command, arrival) -> sent.add(new Delivery(command, arrival)));
        return new SimulatedGame(sent.get(0).command().getGameId(), sent, events, 0);
    }
}
