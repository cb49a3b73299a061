package dungeon.standalone.bots;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Condition;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Rules;
import dungeon.schemas.Tile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mind of the {@link SwarmBot}: learns from the events and says what to order next. It buys as many robots as it can
 * pay, and sends each on a chain of moves through star systems that are new.
 */
final class Swarm {
    private static final Logger LOG = LoggerFactory.getLogger(Swarm.class);
    /** Moves of a robot that may be under way; there is room for 16, and a plan that goes wrong is thrown away. */
    private static final int CHAIN_MAXIMUM = 8;
    /** A chain is made longer when no more than these moves are left of it, so that the robot never waits. */
    private static final int CHAIN_SHORT = 2;

    private static final int PURCHASE_MAXIMUM = 100;

    /**
     * A command to send.
     *
     * @param commandId UUID; the events that come of it name it
     * @param payload what is ordered
     */
    record Order(String commandId, SpecificRecord payload) {
        static Order of(SpecificRecord payload) {
            return new Order(UUID.randomUUID().toString(), payload);
        }
    }

    private final BotIdentity identity;
    private final Map<String, Drone> drones = new LinkedHashMap<>();
    private Rules rules;
    private StarMap map = new StarMap();
    private Exploration exploration = new Exploration(map);
    private boolean joined;
    private String joinCommandId;
    private boolean running;
    private boolean over;
    private long balance;
    private boolean mayBuy = true;
    private String purchaseCommandId;

    Swarm(BotIdentity identity) {
        this.identity = identity;
    }

    /** Whether there is nothing left to do in the game. */
    boolean isOver() {
        return over;
    }

    /** Takes in an event of the game; all of them have to come, in order. */
    void learn(Event event) {
        if (event.getPayload() instanceof GameCreated created) {
            rules = created.getRules();
        } else if (event.getPayload() instanceof MapInstantiated drawn) {
            map = StarMaps.of(drawn, rules);
            exploration = new Exploration(map);
        } else if (event.getPayload() instanceof GameStarted) {
            running = true;
        } else if (event.getPayload() instanceof GameEnded) {
            over = true;
        } else if (event.getPayload() instanceof RobotDestroyed destroyed) {
            // Whoever destroyed it: if it was ours, it is gone.
            drones.remove(destroyed.getRobotId());
            exploration.release(destroyed.getRobotId());
        } else if (identity.playerId().equals(event.getPlayerId())) {
            learnOfOurselves(event);
        }
    }

    /** What to send now. */
    List<Order> nextOrders() {
        List<Order> orders = new ArrayList<>();
        if (!joined) {
            if (joinCommandId == null && rules != null) {
                Order join = Order.of(new JoinGame(identity.playerName()));
                joinCommandId = join.commandId();
                orders.add(join);
            }
            return orders;
        }
        if (!running || over) {
            return orders;
        }
        long affordable = Math.min(balance / rules.getRobotPrice(), PURCHASE_MAXIMUM);
        if (affordable > 0 && mayBuy && purchaseCommandId == null) {
            Order purchase = Order.of(new BuyRobots((int) affordable, null));
            purchaseCommandId = purchase.commandId();
            orders.add(purchase);
        }
        drones.values().forEach(drone -> orders.addAll(drone.nextOrders()));
        return orders;
    }

    private void learnOfOurselves(Event event) {
        String commandId = event.getCommandId();
        if (event.getPayload() instanceof PlayerJoined join) {
            joined = true;
            balance = join.getBalance();
        } else if (event.getPayload() instanceof PlayerEliminated) {
            over = true;
        } else if (event.getPayload() instanceof RobotsPurchased purchased) {
            balance = purchased.getBalance();
            purchaseCommandId = null;
        } else if (event.getPayload() instanceof RobotSpawned spawned) {
            Drone drone = new Drone(spawned.getRobotId());
            drones.put(spawned.getRobotId(), drone);
            drone.isAt(spawned.getCondition());
        } else if (event.getPayload() instanceof ActionQueued queued) {
            drones.get(queued.getRobotId()).queued = queued.getPlace();
        } else if (event.getPayload() instanceof RobotMoved moved) {
            Drone drone = drones.get(moved.getRobotId());
            drone.planned.remove(commandId);
            drone.isAt(moved.getCondition());
            exploration.visit(drone.place);
        } else if (event.getPayload() instanceof ActionFailed failed) {
            Drone drone = drones.get(failed.getRobotId());
            drone.planned.remove(commandId);
            drone.isAt(failed.getCondition());
            drone.loseItsWay();
        } else if (event.getPayload() instanceof QueueCleared cleared) {
            drones.get(cleared.getRobotId()).queueIsEmpty();
        } else if (event.getPayload() instanceof CommandRejected rejected) {
            learnOfRejection(commandId, rejected);
        }
    }

    private void learnOfRejection(String commandId, CommandRejected rejected) {
        LOG.debug("{}: {}", identity.playerName(), rejected.getMessage());
        if (commandId == null) {
            return;
        }
        if (commandId.equals(joinCommandId)) {
            switch (rejected.getCode()) {
                case ALREADY_JOINED -> joined = true;
                case NOT_TIMELY -> joinCommandId = null;
                default -> giveUp(rejected);
            }
            return;
        }
        switch (rejected.getCode()) {
            // The robots that are there go on; money comes from nowhere yet.
            case INSUFFICIENT_FUNDS, ROBOT_LIMIT -> mayBuy = false;
            case UNAUTHENTICATED, NOT_YOU, ELIMINATED, NOT_A_PARTICIPANT -> giveUp(rejected);
            case UNKNOWN_ROBOT, NOT_OWNER, ROBOT_DESTROYED ->
                drones.values().removeIf(drone -> drone.ordered(commandId));
            default -> {}
        }
        if (commandId.equals(purchaseCommandId)) {
            purchaseCommandId = null;
        }
        drones.values().stream()
                .filter(drone -> drone.ordered(commandId))
                .findFirst()
                .ifPresent(drone -> {
                    drone.planned.remove(commandId);
                    drone.loseItsWay();
                });
    }

    private void giveUp(CommandRejected rejected) {
        LOG.warn("{} gives up: {} ({})", identity.playerName(), rejected.getMessage(), rejected.getCode());
        over = true;
    }

    /** One of our robots, and the moves that it was sent on. */
    private final class Drone {
        private final String robotId;
        private final List<String> planned = new ArrayList<>();
        private Place place;
        private Place endOfPlan;
        private int queued;
        private boolean lost;
        private String clearCommandId;

        Drone(String robotId) {
            this.robotId = robotId;
        }

        boolean ordered(String commandId) {
            return planned.contains(commandId) || commandId.equals(clearCommandId);
        }

        void isAt(Condition condition) {
            Tile tile = condition.getPosition();
            place = new Place(tile.getX(), tile.getY());
            queued = condition.getQueued();
            if (planned.isEmpty()) {
                endOfPlan = place;
            }
        }

        /** A move failed or was refused, so those behind it would lead anywhere. */
        void loseItsWay() {
            lost = true;
            clearCommandId = null;
            exploration.release(robotId);
        }

        void queueIsEmpty() {
            lost = false;
            clearCommandId = null;
            queued = 0;
            planned.clear();
            endOfPlan = place;
        }

        List<Order> nextOrders() {
            if (lost) {
                return clearQueue();
            }
            // Moves of an earlier process are under way; where they lead is seen when they are done.
            boolean strangersMoves = planned.isEmpty() && queued > 0;
            return strangersMoves || planned.size() > CHAIN_SHORT ? List.of() : lengthenChain();
        }

        private List<Order> clearQueue() {
            if (clearCommandId != null) {
                return List.of();
            }
            Order clear = Order.of(new ClearQueue(robotId));
            clearCommandId = clear.commandId();
            return List.of(clear);
        }

        private List<Order> lengthenChain() {
            List<Order> orders = new ArrayList<>();
            while (planned.size() < CHAIN_MAXIMUM) {
                List<Course> way = exploration.wayToNextStarSystem(endOfPlan);
                if (way.isEmpty()) {
                    break;
                }
                for (Course course : way.subList(0, Math.min(way.size(), CHAIN_MAXIMUM - planned.size()))) {
                    Order move = Order.of(new MoveRobot(robotId, Direction.valueOf(course.name())));
                    planned.add(move.commandId());
                    orders.add(move);
                    endOfPlan = endOfPlan.to(course);
                }
                exploration.claim(endOfPlan, robotId);
            }
            return orders;
        }
    }
}
