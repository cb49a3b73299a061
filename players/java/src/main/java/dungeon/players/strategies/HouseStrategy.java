package dungeon.players.strategies;

import dungeon.players.game.Strategy;
import java.util.Locale;

/** The strategies that come with the dungeon. */
public enum HouseStrategy {
    /** Many robots that dig. */
    MINER,
    /** A few robots that get better and better. */
    TRADER,
    /** Hunts the robots of others. */
    FIGHTER,
    /** Goes everywhere first. */
    EXPLORER;

    /** A new player's mind. */
    public Strategy create() {
        return switch (this) {
            case MINER -> new Miner();
            case TRADER -> new Trader();
            case FIGHTER -> new Fighter();
            case EXPLORER -> new Explorer();
        };
    }

    /** Its name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
