package dungeon.players.arena;

import dungeon.players.game.Strategy;
import dungeon.players.strategies.HouseStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Who takes part in a tournament.
 *
 * @param name no other contender of the tournament has it
 * @param strategies gives a new strategy for each game, because one may remember
 */
public record Contender(String name, Supplier<Strategy> strategies) {
    /** The house strategies. */
    public static List<Contender> house() {
        return Arrays.stream(HouseStrategy.values())
                .map(strategy -> new Contender(strategy.label(), strategy::create))
                .toList();
    }
}
