package dungeon.players.arena;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a player came off in a game, as its events tell.
 *
 * @param standing rank and points
 * @param robots how many robots it had in all
 * @param kills robots of others that it destroyed
 * @param eliminated whether it was eliminated
 * @param commands how many commands it sent that had an outcome
 * @param rejected how many of them were rejected
 * @param failed how many of them became actions that failed
 */
public record PlayerRecord(
        Standing standing, int robots, int kills, boolean eliminated, int commands, int rejected, int failed) {

    /** Of the players of a game that has ended, by their ids. */
    static Map<String, PlayerRecord> of(List<Event> events) {
        Map<String, String> owners = new HashMap<>();
        Map<String, Counts> counts = new HashMap<>();
        for (Event event : events) {
            if (event.getPlayerId() == null) {
                continue;
            }
            Counts count = counts.computeIfAbsent(event.getPlayerId(), player -> new Counts());
            count.commands.add(event.getCommandId());
            if (event.getPayload() instanceof RobotSpawned spawned) {
                owners.put(spawned.getRobotId(), event.getPlayerId());
                count.robots++;
            } else if (event.getPayload() instanceof CommandRejected) {
                count.rejected++;
            } else if (event.getPayload() instanceof ActionFailed) {
                count.failed++;
            } else if (event.getPayload() instanceof PlayerEliminated) {
                count.eliminated = true;
            } else if (event.getPayload() instanceof RobotDestroyed destroyed
                    && destroyed.getCause() == DestructionCause.COMBAT
                    && !owners.get(destroyed.getRobotId()).equals(owners.get(destroyed.getByRobotId()))) {
                counts.get(owners.get(destroyed.getByRobotId())).kills++;
            }
        }
        Map<String, PlayerRecord> records = new HashMap<>();
        for (Standing standing : standings(events)) {
            records.put(
                    standing.getPlayerId(), counts.get(standing.getPlayerId()).with(standing));
        }
        return records;
    }

    private static List<Standing> standings(List<Event> events) {
        return events.stream()
                .map(Event::getPayload)
                .filter(GameEnded.class::isInstance)
                .map(GameEnded.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The game has not ended"))
                .getStandings();
    }

    private static final class Counts {
        private final Set<String> commands = new HashSet<>();
        private int robots;
        private int kills;
        private boolean eliminated;
        private int rejected;
        private int failed;

        PlayerRecord with(Standing standing) {
            return new PlayerRecord(standing, robots, kills, eliminated, commands.size(), rejected, failed);
        }
    }
}
