package dungeon.verification.audit;

import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.CreateGame;
import dungeon.schemas.EndGame;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.StartGame;
import dungeon.schemas.Tile;
import dungeon.schemas.UpgradePurchased;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Compass;
import dungeon.verification.audit.model.Draws;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Whether an event is what its command ordered. */
final class Fit {
    private Fit() {}

    /**
     * @param event the first event of the command's outcome
     * @param command the order
     * @param home the space station of the player whose order it is; null if there is none
     */
    static void check(Object event, Object command, Tile home) {
        if (event instanceof GameCreated created) {
            created(created, as(CreateGame.class, command));
        } else if (event instanceof GameStarted) {
            as(StartGame.class, command);
        } else if (event instanceof GameEnded) {
            as(EndGame.class, command);
        } else if (event instanceof PlayerJoined joined) {
            Check.same("playerName", as(JoinGame.class, command).getPlayerName(), joined.getPlayerName());
        } else if (event instanceof RobotsPurchased bought) {
            BuyRobots buy = as(BuyRobots.class, command);
            Check.same("quantity", buy.getQuantity(), bought.getQuantity());
            Check.same("station", buy.getStation() == null ? home : buy.getStation(), bought.getStation());
        } else if (event instanceof UpgradePurchased bought) {
            BuyUpgrade buy = as(BuyUpgrade.class, command);
            Check.same("robotId", buy.getRobotId(), bought.getRobotId());
            Check.same("upgrade", buy.getUpgrade(), bought.getUpgrade());
            Check.same("levels", buy.getLevels(), bought.getLevels());
        } else if (event instanceof QueueCleared cleared) {
            Check.same("robotId", as(ClearQueue.class, command).getRobotId(), cleared.getRobotId());
        } else {
            action(event, command);
        }
    }

    private static void action(Object event, Object command) {
        Action ordered = Check.known("command of the event", Verdict.action(command), command.toString());
        String robotId = Verdict.robotId(command);
        if (event instanceof ActionQueued queued) {
            Check.same("robotId", robotId, queued.getRobotId());
            Check.same("action", ordered, queued.getAction());
        } else if (event instanceof ActionFailed failed) {
            Check.same("robotId", robotId, failed.getRobotId());
            Check.same("action", ordered, failed.getAction());
        } else if (event instanceof RobotMoved moved) {
            Check.same("robotId", robotId, moved.getRobotId());
            Tile to = moved.getCondition().getPosition();
            int dx = to.getX() - moved.getFrom().getX();
            int dy = to.getY() - moved.getFrom().getY();
            Check.same("direction", ordered.getDirection(), Compass.of(dx, dy));
        } else if (event instanceof RobotAttacked attacked) {
            Check.same("robotId", robotId, attacked.getRobotId());
            Check.same("targetRobotId", ordered.getTargetRobotId(), attacked.getTargetRobotId());
        } else if (event instanceof MiningStarted started) {
            Check.same("robotId", robotId, started.getRobotId());
            Check.same("type of the action", ordered.getType(), ActionType.StartMining);
            Tile at = started.getCondition().getPosition();
            Check.same("mine", ordered.getMine() == null ? at : ordered.getMine(), started.getMine());
        } else if (event instanceof ResourcesSold sold) {
            Check.same("robotId", robotId, sold.getRobotId());
            Check.same("type of the action", ordered.getType(), ActionType.SellResources);
        }
    }

    private static void created(GameCreated created, CreateGame ordered) {
        Check.same("map", ordered.getMap(), created.getMap());
        Check.same("rules", ordered.getRules(), created.getRules());
        Check.same("participantLimit", ordered.getParticipantLimit(), created.getParticipantLimit());
        Check.same("durationMs", ordered.getDurationMs(), created.getDurationMs());
        Check.same("practiceFor", ordered.getPracticeFor(), created.getPracticeFor());
        Check.same("requestedBy", ordered.getRequestedBy(), created.getRequestedBy());
        Check.same("mapTypeId", ordered.getMapTypeId(), created.getMapTypeId());
        Check.same("match", ordered.getMatch(), created.getMatch());
        ByteBuffer seed = ordered.getSeed();
        byte[] bytes = new byte[seed.remaining()];
        seed.duplicate().get(bytes);
        Check.same("seedHash", HexFormat.of().formatHex(Draws.sha256(bytes)), created.getSeedHash());
    }

    private static <T> T as(Class<T> kind, Object command) {
        Check.same(
                "command of the event", kind.getSimpleName(), command.getClass().getSimpleName());
        return kind.cast(command);
    }
}
