package dungeon.robots.decide;

import dungeon.platform.core.Decision;
import dungeon.robots.state.RobotsState;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.state.Account;

/** Players who can do nothing any more. */
final class Eliminations {
    private Eliminations() {}

    /** Eliminates a player with no robot, no running mining process and too little credit for a robot. */
    static void check(Decision<RobotsState> decision, String playerId) {
        Account account = decision.state().account(playerId);
        boolean helpless = account.getRobots() == 0
                && account.getMiningProcesses() == 0
                && account.getBalance() < decision.state().game().getRules().getRobotPrice();
        if (helpless && !account.getEliminated()) {
            decision.emit(playerId, new PlayerEliminated());
        }
    }
}
