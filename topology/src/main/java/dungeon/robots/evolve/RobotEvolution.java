package dungeon.robots.evolve;

import static dungeon.robots.state.RobotsTables.ACCOUNTS;
import static dungeon.robots.state.RobotsTables.COUNTERS;
import static dungeon.robots.state.RobotsTables.ROBOTS;
import static dungeon.robots.state.RobotsTables.TILES;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.robots.state.At;
import dungeon.robots.state.Tiles;
import dungeon.robots.state.UpgradeLevels;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.Tile;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.QueuedAction;
import dungeon.schemas.state.Robot;
import java.util.ArrayList;
import java.util.List;

/** How robots come, move, fight and get better. */
final class RobotEvolution {
    private RobotEvolution() {}

    static void spawned(StateChanges state, EventMetadata event, RobotSpawned spawned) {
        if (state.get(ROBOTS, spawned.getRobotId()) == null) {
            Robot robot = new Robot();
            robot.setSequence(event.sequence());
            robot.setRobotId(spawned.getRobotId());
            robot.setPlayerId(event.playerId());
            robot.setName(spawned.getName());
            robot.setLevels(spawned.getLevels());
            robot.setCargo(List.of());
            robot.setQueue(List.of());
            Conditions.set(state, robot, spawned.getCondition());
            state.put(ROBOTS, robot);
        }
        state.change(ACCOUNTS, event.playerId(), account -> {
            account.setRobots(account.getRobots() + 1);
            account.setRobotsBought(account.getRobotsBought() + 1);
        });
        state.change(COUNTERS, null, counters -> counters.setIds(spawned.getNextId()));
        visit(state, event, spawned.getCondition().getPosition());
    }

    static void moved(StateChanges state, EventMetadata event, RobotMoved moved) {
        state.change(ROBOTS, moved.getRobotId(), robot -> Conditions.set(state, robot, moved.getCondition()));
        if (moved.getScore() != null) {
            state.change(ACCOUNTS, event.playerId(), account -> Scores.set(account, moved.getScore()));
        }
        if (moved.getNextDraw() != null) {
            state.change(COUNTERS, null, counters -> counters.setDraws(moved.getNextDraw()));
        }
        visit(state, event, moved.getCondition().getPosition());
    }

    private static void visit(StateChanges state, EventMetadata event, Tile position) {
        At at = new At(position.getX(), position.getY());
        MapTile tile = state.get(TILES, at);
        int number = state.get(ACCOUNTS, event.playerId()).getNumber();
        if (!Tiles.isVisited(tile, number)) {
            state.change(TILES, at, visited -> visited.setVisitedBy(Tiles.visitedToo(visited, number)));
        }
    }

    static void actionFailed(StateChanges state, EventMetadata event, ActionFailed failed) {
        state.change(ROBOTS, failed.getRobotId(), robot -> Conditions.set(state, robot, failed.getCondition()));
    }

    static void actionQueued(StateChanges state, EventMetadata event, ActionQueued queued) {
        state.change(ROBOTS, queued.getRobotId(), robot -> {
            List<QueuedAction> queue = new ArrayList<>(robot.getQueue());
            queue.add(new QueuedAction(event.commandId(), queued.getAction()));
            Conditions.setQueue(state, robot, queue, queued.getRunsAt());
        });
    }

    static void queueCleared(StateChanges state, EventMetadata event, QueueCleared cleared) {
        state.change(ROBOTS, cleared.getRobotId(), robot -> Conditions.setQueue(state, robot, List.of(), null));
    }

    static void attacked(StateChanges state, EventMetadata event, RobotAttacked attacked) {
        state.change(ROBOTS, attacked.getRobotId(), robot -> Conditions.set(state, robot, attacked.getCondition()));
        state.change(
                ROBOTS,
                attacked.getTargetRobotId(),
                robot -> Conditions.set(state, robot, attacked.getTargetCondition()));
        if (attacked.getScore() != null) {
            state.change(ACCOUNTS, event.playerId(), account -> Scores.set(account, attacked.getScore()));
        }
    }

    static void upgraded(StateChanges state, EventMetadata event, RobotUpgraded upgraded) {
        state.change(ROBOTS, upgraded.getRobotId(), robot -> {
            robot.setLevels(UpgradeLevels.with(robot.getLevels(), upgraded.getUpgrade(), upgraded.getLevel()));
            robot.setUpgradeCredits(upgraded.getUpgradeCredits());
            Conditions.set(state, robot, upgraded.getCondition());
        });
        state.change(ACCOUNTS, event.playerId(), account -> Scores.set(account, upgraded.getScore()));
    }
}
