package dungeon.players.bots;

import dungeon.players.StrategySource;
import dungeon.players.strategies.HouseStrategy;
import dungeon.schemas.HouseBot;
import java.util.ArrayList;
import java.util.Collections;
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

    /** Bots of the house of a kind, all of them over HTTP; where no kind is named or known, in turn. */
    public static List<BotKind> overHttp(HouseBot kind, int count) {
        return switch (kind) {
            case MIXED, UNKNOWN -> overHttp(count);
            case MINER -> copies(HouseStrategy.MINER, count);
            case TRADER -> copies(HouseStrategy.TRADER, count);
            case FIGHTER -> copies(HouseStrategy.FIGHTER, count);
            case EXPLORER -> copies(HouseStrategy.EXPLORER, count);
        };
    }

    private static List<BotKind> copies(HouseStrategy strategy, int count) {
        return Collections.nCopies(count, new BotKind(strategy.label(), true));
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
