package dungeon.rules;

import dungeon.schemas.ActionQueued;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.QueuedAction;
import dungeon.schemas.state.Robot;
import java.util.ArrayList;
import java.util.List;

/** How robots come, move, fight, get better and go. */
final class RobotEvolution {
    private RobotEvolution() {}

    static void spawned(Fold fold, RobotSpawned spawned) {
        String playerId = fold.event().getPlayerId();
        if (fold.world().robot(spawned.getRobotId()) == null) {
            Robot robot = new Robot();
            robot.setRobotId(spawned.getRobotId());
            robot.setPlayerId(playerId);
            robot.setName(spawned.getName());
            robot.setLevels(spawned.getLevels());
            robot.setCargo(List.of());
            robot.setQueue(List.of());
            Fold.setCondition(robot, spawned.getCondition());
            robot.setSequence(fold.sequence());
            fold.world().put(robot);
        }
        fold.changeAccount(playerId, account -> {
            account.setRobots(account.getRobots() + 1);
            account.setRobotsBought(account.getRobotsBought() + 1);
        });
        visit(fold, spawned.getCondition().getPosition());
    }

    static void moved(Fold fold, RobotMoved moved) {
        fold.changeRobot(moved.getRobotId(), robot -> Fold.setCondition(robot, moved.getCondition()));
        if (moved.getScore() != null) {
            fold.changeAccount(fold.event().getPlayerId(), account -> Points.set(account, moved.getScore()));
        }
        visit(fold, moved.getCondition().getPosition());
    }

    private static void visit(Fold fold, Tile at) {
        MapTile tile = fold.tile(at);
        Account account = fold.world().account(fold.event().getPlayerId());
        if (!Tiles.isVisited(tile, account.getNumber())) {
            fold.changeTile(at, visited -> visited.setVisitedBy(Tiles.visitedToo(visited, account.getNumber())));
        }
    }

    static void actionQueued(Fold fold, ActionQueued queued) {
        fold.changeRobot(queued.getRobotId(), robot -> {
            List<QueuedAction> queue = new ArrayList<>(robot.getQueue());
            queue.add(new QueuedAction(fold.event().getCommandId(), queued.getAction()));
            robot.setQueue(queue);
        });
    }

    static void attacked(Fold fold, RobotAttacked attacked) {
        fold.changeRobot(attacked.getRobotId(), robot -> Fold.setCondition(robot, attacked.getCondition()));
        fold.changeRobot(attacked.getTargetRobotId(), robot -> Fold.setCondition(robot, attacked.getTargetCondition()));
        if (attacked.getScore() != null) {
            fold.changeAccount(fold.event().getPlayerId(), account -> Points.set(account, attacked.getScore()));
        }
    }

    static void destroyed(Fold fold, RobotDestroyed destroyed) {
        String ownerId = fold.world().robot(destroyed.getRobotId()).getPlayerId();
        fold.changeRobot(destroyed.getRobotId(), robot -> {
            robot.setDestroyed(true);
            robot.setQueue(List.of());
            robot.setCargo(List.of());
        });
        boolean byOther = destroyed.getCause() == DestructionCause.COMBAT
                && !ownerId.equals(fold.event().getPlayerId());
        if (byOther) {
            rewardDestroyer(fold, destroyed, ownerId);
        }
        fold.changeAccount(ownerId, account -> {
            account.setRobots(account.getRobots() - 1);
            // The points lost by destroying a robot of one's own are in the same record.
            if (!byOther && destroyed.getScore() != null) {
                Points.set(account, destroyed.getScore());
            }
        });
    }

    private static void rewardDestroyer(Fold fold, RobotDestroyed destroyed, String ownerId) {
        fold.changeRobot(destroyed.getByRobotId(), robot -> {
            robot.setDamageBonus(destroyed.getDamageBonus());
            robot.setCargo(Cargo.plus(robot.getCargo(), destroyed.getLooted()));
        });
        fold.changeAccount(fold.event().getPlayerId(), account -> {
            account.setBalance(destroyed.getBalance());
            account.setKills(Destructions.oneMore(account, ownerId));
            if (destroyed.getScore() != null) {
                Points.set(account, destroyed.getScore());
            }
        });
    }

    static void upgraded(Fold fold, RobotUpgraded upgraded) {
        int price = UpgradeLevels.price(fold.world().game().getRules(), upgraded.getUpgrade(), upgraded.getLevel());
        fold.changeRobot(upgraded.getRobotId(), robot -> {
            robot.setLevels(UpgradeLevels.with(robot.getLevels(), upgraded.getUpgrade(), upgraded.getLevel()));
            robot.setUpgradeCredits(robot.getUpgradeCredits() + price);
            Fold.setCondition(robot, upgraded.getCondition());
        });
        fold.changeAccount(fold.event().getPlayerId(), account -> Points.set(account, upgraded.getScore()));
    }
}
