package dungeon.standalone.bots;

import dungeon.standalone.bots.tempers.Tempers;

/** The kinds of bots: each temper plays in the way that its players are likely to. */
public enum BotKind {
    /** Digs, over HTTP. */
    MINER(Tempers.MINER, true),
    /** Trades, straight on Kafka. */
    TRADER(Tempers.TRADER, false),
    /** Fights, straight on Kafka, where nothing is faster. */
    FIGHTER(Tempers.FIGHTER, false),
    /** Explores, over HTTP. */
    EXPLORER(Tempers.EXPLORER, true);

    private final Tempers temper;
    private final boolean overHttp;

    BotKind(Tempers temper, boolean overHttp) {
        this.temper = temper;
        this.overHttp = overHttp;
    }

    Tempers temper() {
        return temper;
    }

    /** Whether it plays over HTTP, and not straight on Kafka. */
    boolean isOverHttp() {
        return overHttp;
    }
}
