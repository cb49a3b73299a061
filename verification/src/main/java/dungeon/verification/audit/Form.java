package dungeon.verification.audit;

import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.Direction;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.Upgrade;
import java.util.UUID;

/** Whether a command is well-formed: ids are canonical UUIDs, numbers within their ranges, nothing is UNKNOWN. */
final class Form {
    private static final String PLAYER_NAME = "[A-Za-z0-9_-]{3,32}";

    private Form() {}

    /** Of a CreateGame only the ids are judged here; the map and the rules have codes of their own. */
    static boolean isSound(Command command) {
        Object payload = command.getPayload();
        String robotId = Verdict.robotId(payload);
        if (!isId(command.getCommandId()) || (robotId != null && !isId(robotId))) {
            return false;
        }
        if (payload instanceof CreateGame) {
            return isTimeOrderedId(command.getGameId());
        }
        if (payload instanceof MoveRobot move) {
            return move.getDirection() != Direction.UNKNOWN;
        }
        if (payload instanceof AttackRobot attack) {
            return isId(attack.getTargetRobotId()) && !attack.getTargetRobotId().equals(robotId);
        }
        if (payload instanceof BuyRobots buy) {
            return buy.getQuantity() >= 1 && buy.getQuantity() <= 100;
        }
        if (payload instanceof BuyUpgrade buy) {
            return buy.getUpgrade() != Upgrade.UNKNOWN && buy.getLevels() >= 1 && buy.getLevels() <= 5;
        }
        return !(payload instanceof JoinGame join) || join.getPlayerName().matches(PLAYER_NAME);
    }

    static boolean isOpen(Command command) {
        return command.getPayload() instanceof CreateGame;
    }

    private static boolean isTimeOrderedId(String id) {
        return isId(id) && UUID.fromString(id).version() == 7;
    }

    private static boolean isId(String id) {
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
