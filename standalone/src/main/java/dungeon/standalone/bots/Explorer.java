package dungeon.standalone.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mind of the {@link ExplorerBot}: learns from the events and says what to order next. It buys a few robots, and leads
 * each, step by step, to the star system that is new and soonest reached.
 */
final class Explorer {
    private static final Logger LOG = LoggerFactory.getLogger(Explorer.class);
    /** Fewer than it could pay: with the rest it can go on if it loses one. */
    private static final int ROBOTS_WANTED = 3;

    private final BotIdentity identity;
    private final StarMap map;
    private final Exploration exploration;
    private final Map<String, Scout> scouts = new LinkedHashMap<>();
    private boolean running;
    private boolean over;
    private boolean mayBuy = true;
    private String purchaseCommandId;

    Explorer(BotIdentity identity, StarMap map) {
        this.identity = identity;
        this.map = map;
        this.exploration = new Exploration(map);
    }

    /** Whether there is nothing left to do in the game. */
    boolean isOver() {
        return over;
    }

    /** Takes in an event of the game; all of them have to come, in order. */
    void learn(JsonNode event) {
        boolean ours = identity.playerId().equals(event.path("playerId").asText());
        String robotId = event.path("robotId").asText();
        Scout scout = scouts.get(robotId);
        switch (event.path("type").asText()) {
            case "GameStarted" -> running = true;
            case "GameEnded" -> over = true;
            case "PlayerEliminated" -> over |= ours;
            case "RobotSpawned" -> {
                if (ours) {
                    scouts.put(robotId, new Scout(robotId));
                    scouts.get(robotId).isAt(event.path("condition"));
                }
            }
            case "RobotDestroyed" -> {
                scouts.remove(robotId);
                exploration.release(robotId);
            }
            case "RobotMoved" -> {
                if (scout != null) {
                    scout.hasDone(event.path("condition"));
                    exploration.visit(scout.place);
                }
            }
            case "ActionFailed" -> {
                if (scout != null) {
                    // The map says one thing and the game another: the game is right.
                    scout.neverAgainTo(event.path("action").path("direction").asText());
                    scout.hasDone(event.path("condition"));
                }
            }
            case "CommandRejected" -> {
                if (ours) {
                    learnOfRejection(event);
                }
            }
            default -> {}
        }
        // A purchase has several events; only with the last one are all its robots known.
        if (event.path("remaining").asInt() == 0
                && event.path("commandId").asText().equals(purchaseCommandId)) {
            purchaseCommandId = null;
        }
    }

    /** What to send now, in the JSON of {@code POST /games/{gameId}/commands}. */
    List<ObjectNode> nextOrders() {
        List<ObjectNode> orders = new ArrayList<>();
        if (!running || over) {
            return orders;
        }
        int missing = ROBOTS_WANTED - scouts.size();
        if (missing > 0 && mayBuy && purchaseCommandId == null) {
            ObjectNode purchase = order("BuyRobots").put("quantity", missing);
            purchaseCommandId = purchase.path("commandId").asText();
            orders.add(purchase);
        }
        scouts.values().forEach(scout -> orders.addAll(scout.nextOrders()));
        return orders;
    }

    private void learnOfRejection(JsonNode event) {
        String commandId = event.path("commandId").asText();
        String code = event.path("code").asText();
        LOG.debug("{}: {}", identity.playerName(), event.path("message").asText());
        switch (code) {
            case "INSUFFICIENT_FUNDS", "ROBOT_LIMIT" -> mayBuy = false;
            case "UNKNOWN_ROBOT", "NOT_OWNER", "ROBOT_DESTROYED" ->
                scouts.values().removeIf(scout -> commandId.equals(scout.moveCommandId));
            case "UNAUTHENTICATED", "NOT_YOU", "ELIMINATED", "NOT_A_PARTICIPANT" -> {
                LOG.warn(
                        "{} gives up: {} ({})",
                        identity.playerName(),
                        event.path("message").asText(),
                        code);
                over = true;
            }
            default ->
                // Such as NOT_TIMELY after a long pause: the next order comes of how things are then.
                scouts.values().stream()
                        .filter(scout -> commandId.equals(scout.moveCommandId))
                        .forEach(scout -> scout.moveCommandId = null);
        }
    }

    private static ObjectNode order(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("commandId", UUID.randomUUID().toString())
                .put("type", type);
    }

    /** One of our robots. */
    private final class Scout {
        private final String robotId;
        private Place place;
        private int queued;
        private String moveCommandId;

        Scout(String robotId) {
            this.robotId = robotId;
        }

        void isAt(JsonNode condition) {
            place = new Place(
                    condition.path("position").path("x").asInt(),
                    condition.path("position").path("y").asInt());
            queued = condition.path("queued").asInt();
        }

        void hasDone(JsonNode condition) {
            moveCommandId = null;
            isAt(condition);
        }

        void neverAgainTo(String direction) {
            for (Course course : Course.values()) {
                if (course.name().equals(direction)) {
                    map.remove(place.to(course));
                }
            }
        }

        List<ObjectNode> nextOrders() {
            if (moveCommandId != null || queued > 0) {
                return List.of();
            }
            exploration.release(robotId);
            List<Course> way = exploration.wayToNextStarSystem(place);
            if (way.isEmpty()) {
                return List.of();
            }
            Place target = place;
            for (Course course : way) {
                target = target.to(course);
            }
            exploration.claim(target, robotId);
            // The robot need not be ready: a move that comes early waits in its queue.
            ObjectNode move = order("MoveRobot")
                    .put("robotId", robotId)
                    .put("direction", way.get(0).name());
            moveCommandId = move.path("commandId").asText();
            return List.of(move);
        }
    }
}
