package dungeon.robots.evolve;

import static dungeon.robots.state.RobotsTables.ACCOUNTS;
import static dungeon.robots.state.RobotsTables.ROBOTS;

import dungeon.platform.core.state.StateChanges;
import dungeon.platform.envelope.EventMetadata;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Kills;
import java.util.ArrayList;
import java.util.List;

/** How robots go, and what that brings whom. */
final class DestructionEvolution {
    private DestructionEvolution() {}

    static void destroyed(StateChanges state, EventMetadata event, RobotDestroyed destroyed) {
        String ownerId = state.get(ROBOTS, destroyed.getRobotId()).getPlayerId();
        state.change(ROBOTS, destroyed.getRobotId(), robot -> {
            robot.setDestroyed(true);
            robot.setCargo(List.of());
            Conditions.setQueue(state, robot, List.of(), null);
        });
        boolean byOther = destroyed.getKills() != null;
        if (byOther) {
            rewardDestroyer(state, event, destroyed, ownerId);
        }
        state.change(ACCOUNTS, ownerId, account -> {
            account.setRobots(account.getRobots() - 1);
            // The points lost by destroying a robot of one's own are in the same record.
            if (!byOther) {
                Scores.set(account, destroyed.getScore());
            }
        });
    }

    private static void rewardDestroyer(
            StateChanges state, EventMetadata event, RobotDestroyed destroyed, String ownerId) {
        state.change(ROBOTS, destroyed.getByRobotId(), robot -> {
            robot.setDamageBonus(destroyed.getDamageBonus());
            robot.setCargo(destroyed.getCargo());
        });
        state.change(ACCOUNTS, event.playerId(), account -> {
            account.setBalance(destroyed.getBalance());
            account.setKills(kills(account, ownerId, destroyed.getKills()));
            Scores.set(account, destroyed.getScore());
        });
    }

    /** The latest victim stands last. */
    private static List<Kills> kills(Account account, String ownerId, int robots) {
        List<Kills> kills = new ArrayList<>(account.getKills());
        kills.removeIf(ofOne -> ofOne.getPlayerId().equals(ownerId));
        kills.add(new Kills(ownerId, robots));
        return kills;
    }
}
