package dungeon.benchmarks.load;

/**
 * The kinds of commands and how many of a hundred they are. The shares are those of twenty matches of three minutes between the
 * four strategies of bots, five on each shipped map, in virtual time, rounded; starting and joining games come to 0.4 % and are
 * left out.
 */
public enum CommandKind {
    MOVE_ROBOT(48),
    START_MINING(30),
    BUY_UPGRADE(11),
    SELL_RESOURCES(5),
    ATTACK_ROBOT(4),
    BUY_ROBOTS(2);

    private final int percent;

    CommandKind(int percent) {
        this.percent = percent;
    }

    /** The shares add up to 100. */
    public int percent() {
        return percent;
    }

    static CommandKind at(int percentile) {
        int left = percentile;
        for (CommandKind kind : values()) {
            left -= kind.percent;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalArgumentException(percentile + " is not below 100");
    }
}
