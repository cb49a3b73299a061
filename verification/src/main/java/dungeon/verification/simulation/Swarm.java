package dungeon.verification.simulation;

import dungeon.schemas.Event;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.Tile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The robots that commands can be about, as far as the events tell. */
final class Swarm {
    /** With few robots in play, one of them is ordered often enough to have a full queue. */
    private static final int ROBOTS_IN_PLAY = 6;

    private static final int TARGET_TRIES = 15;

    private final Random random;
    private final String nobody;
    private final List<String> robots = new ArrayList<>();
    private final Map<String, List<String>> robotsByPlayer = new HashMap<>();
    private final Map<String, Tile> places = new HashMap<>();
    private final List<String> dead = new ArrayList<>();

    /** @param nobody the id of no robot, given where there is none */
    Swarm(Random random, String nobody) {
        this.random = random;
        this.nobody = nobody;
    }

    void note(Event event) {
        if (event.getPayload() instanceof RobotSpawned spawned) {
            robots.add(spawned.getRobotId());
            places.put(spawned.getRobotId(), spawned.getCondition().getPosition());
            robotsByPlayer
                    .computeIfAbsent(event.getPlayerId(), id -> new ArrayList<>())
                    .add(spawned.getRobotId());
        } else if (event.getPayload() instanceof RobotMoved moved) {
            places.put(moved.getRobotId(), moved.getCondition().getPosition());
        } else if (event.getPayload() instanceof RobotDestroyed destroyed) {
            robots.remove(destroyed.getRobotId());
            robotsByPlayer.values().forEach(own -> own.remove(destroyed.getRobotId()));
            dead.add(destroyed.getRobotId());
        }
    }

    /** Mostly one of the player's own. */
    String robot(String playerId) {
        if (random.nextInt(40) == 0) {
            return random.nextInt(3) == 0 ? nobody : any();
        }
        List<String> own = robotsByPlayer.getOrDefault(playerId, List.of());
        return own.isEmpty() ? nobody : own.get(random.nextInt(Math.min(own.size(), ROBOTS_IN_PLAY)));
    }

    /** Mostly one on the same tile. */
    String target(String attacker) {
        if (random.nextInt(40) == 0) {
            return nobody;
        }
        for (int i = 0; i < TARGET_TRIES; i++) {
            String other = any();
            if (!other.equals(attacker) && Objects.equals(places.get(other), places.get(attacker))) {
                return other;
            }
        }
        return any();
    }

    private String any() {
        if (random.nextInt(10) == 0 && !dead.isEmpty()) {
            return dead.get(random.nextInt(dead.size()));
        }
        return robots.isEmpty() ? nobody : robots.get(random.nextInt(robots.size()));
    }
}
