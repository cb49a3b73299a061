package dungeon.players.bots;

import dungeon.players.StrategySource;
import dungeon.players.strategies.HouseStrategy;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of bot: its strategy, and the way in which it plays.
 *
 * @param strategy as {@link StrategySource} reads it
 * @param overHttp whether it plays over HTTP, and not straight on Kafka
 */
public record BotKind(String strategy, boolean overHttp) {
    /** The bots of the house, two of them each way. The fighter plays on Kafka, because nothing is faster. */
    private static final List<BotKind> HOUSE = List.of(
            new BotKind(HouseStrategy.MINER.label(), true),
            new BotKind(HouseStrategy.TRADER.label(), false),
            new BotKind(HouseStrategy.FIGHTER.label(), false),
            new BotKind(HouseStrategy.EXPLORER.label(), true));

    /** A strategy that somebody brings plays over HTTP, as most players do. */
    public static BotKind of(StrategySource source) {
        return new BotKind(source.text(), true);
    }

    /** The bots of the house in turn, all of them over HTTP. */
    public static List<BotKind> overHttp(int count) {
        return mixed(count).stream()
                .map(kind -> new BotKind(kind.strategy(), true))
                .toList();
    }

    /** The bots of the house in turn. */
    public static List<BotKind> mixed(int count) {
        List<BotKind> kinds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            kinds.add(HOUSE.get(i % HOUSE.size()));
        }
        return kinds;
    }

    StrategySource source() {
        return StrategySource.of(strategy);
    }
}
