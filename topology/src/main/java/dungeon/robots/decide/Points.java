package dungeon.robots.decide;

import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.state.Account;

/** The points of players by category. */
final class Points {
    /** Points in all are held in 32 bits; five categories of so many are just below their maximum. */
    private static final int CATEGORY_MAXIMUM = 400_000_000;

    private Points() {}

    /** A player's points after a gain, or a loss, in a category; null if there is neither. */
    static Score changed(Account account, ScoreCategory category, long gained) {
        return gained == 0 ? null : after(account, category, gained);
    }

    /** A player's points after a gain in a category, which can be 0. */
    static Score after(Account account, ScoreCategory category, long gained) {
        int before = in(account, category);
        int after = (int) Math.max(-CATEGORY_MAXIMUM, Math.min(CATEGORY_MAXIMUM, before + gained));
        return new Score(category, after - before, after, Standings.total(account) + after - before);
    }

    private static int in(Account account, ScoreCategory category) {
        return switch (category) {
            case MINING -> account.getMining();
            case TRADING -> account.getTrading();
            case TRAVELLING -> account.getTravelling();
            case FIGHTING -> account.getFighting();
            case UPGRADING -> account.getUpgrading();
            case UNKNOWN -> throw unknownCategory();
        };
    }

    private static IllegalArgumentException unknownCategory() {
        return new IllegalArgumentException("No event of this build gives points in an unknown category");
    }
}
