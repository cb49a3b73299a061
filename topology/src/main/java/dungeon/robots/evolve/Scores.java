package dungeon.robots.evolve;

import dungeon.schemas.Score;
import dungeon.schemas.state.Account;

/** Points of players, as events give them. */
final class Scores {
    private Scores() {}

    /** Sets a player's points; nothing if an event gave none. */
    static void set(Account account, Score score) {
        if (score == null) {
            return;
        }
        switch (score.getCategory()) {
            case MINING -> account.setMining(score.getInCategory());
            case TRADING -> account.setTrading(score.getInCategory());
            case TRAVELLING -> account.setTravelling(score.getInCategory());
            case FIGHTING -> account.setFighting(score.getInCategory());
            case UPGRADING -> account.setUpgrading(score.getInCategory());
            case UNKNOWN ->
                throw new IllegalArgumentException("No event of this build gives points in an unknown category");
        }
    }
}
