package dungeon.robots.decide;

import dungeon.platform.core.Decision;
import dungeon.robots.state.RobotsState;
import dungeon.schemas.Detail;
import dungeon.schemas.GameState;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.Robot;
import java.util.List;

/** The checks that all orders of participants share, in the order of the contract; each rejects where it finds nothing. */
final class Orders {
    private Orders() {}

    /** The participant who gives an order in a running game, or null after a rejection. */
    static Account participant(Decision<RobotsState> decision) {
        Game game = decision.state().game();
        if (game.getState() != GameState.STARTED) {
            Refusals.refuse(
                    decision,
                    RejectionCode.GAME_NOT_RUNNING,
                    "The game is %s".formatted(game.getState()),
                    List.of(new Detail("state", game.getState().toString())));
            return null;
        }
        Account account = decision.playerId() == null ? null : decision.state().account(decision.playerId());
        if (account == null) {
            Refusals.refuse(decision, RejectionCode.NOT_A_PARTICIPANT, "Join the game first");
            return null;
        }
        if (account.getEliminated()) {
            Refusals.refuse(decision, RejectionCode.ELIMINATED, "You have neither robots nor the credits for one");
            return null;
        }
        return account;
    }

    /** The living robot of the participant who gives an order, or null after a rejection. */
    static Robot robot(Decision<RobotsState> decision, String robotId) {
        Account account = participant(decision);
        if (account == null) {
            return null;
        }
        Robot robot = decision.state().robot(robotId);
        if (robot == null) {
            Refusals.refuse(
                    decision, RejectionCode.UNKNOWN_ROBOT, "There is no robot %s in this game".formatted(robotId));
            return null;
        }
        if (!robot.getPlayerId().equals(account.getPlayerId())) {
            Refusals.refuse(decision, RejectionCode.NOT_OWNER, "The robot %s is not yours".formatted(robotId));
            return null;
        }
        if (robot.getDestroyed()) {
            Refusals.refuse(decision, RejectionCode.ROBOT_DESTROYED, "The robot %s is no more".formatted(robotId));
            return null;
        }
        return robot;
    }

    /** Refuses a purchase; there is no debt. */
    static void rejectForWantOfFunds(Decision<RobotsState> decision, long price, long balance) {
        Refusals.refuse(
                decision,
                RejectionCode.INSUFFICIENT_FUNDS,
                "This costs %d credits, and you have %d".formatted(price, balance),
                List.of(new Detail("price", String.valueOf(price)), new Detail("balance", String.valueOf(balance))));
    }
}
