package dungeon.players.game;

import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Direction;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartMining;
import dungeon.schemas.Upgrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a strategy gives its orders to. A robot takes one order at a time: it is free for the next one as soon as that is
 * done. Money that is spent on the way is no longer there. An order that the game is sure to refuse is refused here, with the
 * reason, and not sent.
 */
public final class Commander {
    /** A robot that is ready so soon is as good as ready: until the order arrives it will be, or else it waits in the queue. */
    private static final long READY_SOON_MS = 100;

    private final GameView view;
    private final OrderBook book;
    private final Guards guards;
    private final long nowMs;
    private final List<Order> orders = new ArrayList<>();

    Commander(GameView view, OrderBook book, long nowMs) {
        this.view = view;
        this.book = book;
        this.guards = new Guards(view, book);
        this.nowMs = nowMs;
    }

    /** The game as the player knows it. */
    public GameView view() {
        return view;
    }

    /** Now, in ms since 1970. */
    public long nowMs() {
        return nowMs;
    }

    /** How long the game still runs, in ms. */
    public long timeLeftMs() {
        return view.endsAtMs() - nowMs;
    }

    /** Credits that can still be spent. */
    public long credits() {
        return view.balance() - book.credits();
    }

    /** The player's robots that wait for an order. */
    public List<Robot> freeRobots() {
        return view.ownRobots().stream().filter(this::isFree).toList();
    }

    /** Whether a robot waits for an order: no other one is under way, none in its queue, and it is ready. */
    public boolean isFree(Robot robot) {
        return reasonWhyBusy(robot) == null;
    }

    /**
     * Orders anything: a record of the commands of players, such as a MoveRobot. An action needs a robot that is free; an upgrade
     * or a ClearQueue needs one to which no other order is under way.
     */
    public Ordered order(SpecificRecord payload) {
        Robot robot = robotOf(payload);
        if (robot != null && isAction(payload)) {
            String busy = reasonWhyBusy(robot);
            if (busy != null) {
                return Ordered.refused(busy);
            }
        }
        return send(payload, robot);
    }

    /**
     * Orders an action that waits in the robot's queue until its turn comes. What is possible then nobody knows now, so nothing
     * is checked but that the queue has room and that no other order to the robot is under way.
     */
    public Ordered queue(SpecificRecord action) {
        Robot robot = robotOf(action);
        if (robot == null || !view.isOwn(robot) || !isAction(action)) {
            return Ordered.refused("Only an action of a robot of one's own can wait in its queue");
        }
        if (book.concerns(robot)) {
            return Ordered.refused("An order to the robot %s is under way".formatted(robot.id()));
        }
        int maximum = view.rules().getQueueMaximum();
        if (robot.queued() >= maximum) {
            return Ordered.refused("%d actions wait in the robot's queue, which is all it takes".formatted(maximum));
        }
        return underWay(action, robot, 0);
    }

    /** Sends a robot to the star system beside it. */
    public Ordered move(Robot robot, Direction direction) {
        return order(new MoveRobot(robot.id(), direction));
    }

    /** Sends a robot one step further on the quickest way that is safe. */
    public Ordered goTowards(Robot robot, Tile target) {
        Optional<Direction> step = view.routes().step(robot.tile(), target);
        return step.isPresent()
                ? move(robot, step.get())
                : Ordered.refused("There is no way from %s to %s".formatted(robot.tile(), target));
    }

    /** Starts to mine where the robot is. */
    public Ordered mine(Robot robot) {
        return order(new StartMining(robot.id(), null));
    }

    /** Sells all that the robot carries; it has to be at a station. */
    public Ordered sell(Robot robot) {
        return order(new SellResources(robot.id()));
    }

    /** Hits a robot on the same star system. */
    public Ordered attack(Robot robot, Robot target) {
        return order(new AttackRobot(robot.id(), target.id()));
    }

    /** Drops what a robot was to do next. */
    public Ordered clearQueue(Robot robot) {
        return order(new ClearQueue(robot.id()));
    }

    /** Buys as many robots as wished and as can be paid and had, at the player's own station. */
    public Ordered buyRobots(int wished) {
        long price = view.rules().getRobotPrice();
        int room = view.rules().getRobotsPerPlayerMaximum() - view.ownRobots().size();
        long possible = price == 0 ? room : Math.min(credits() / price, room);
        // Who can have none hears why one is too many.
        return order(new BuyRobots((int) Math.max(Math.min(wished, possible), Math.min(wished, 1)), null));
    }

    /** Buys the next level of an upgrade for a robot at a station. The robot is free again when it has the upgrade. */
    public Ordered upgrade(Robot robot, Upgrade upgrade) {
        return order(new BuyUpgrade(robot.id(), upgrade, 1));
    }

    List<Order> orders() {
        return orders;
    }

    private Ordered send(SpecificRecord payload, Robot robot) {
        long price = price(payload, robot);
        String reason = guards.reasonAgainst(payload, robot, price, credits());
        return reason == null ? underWay(payload, robot, price) : Ordered.refused(reason);
    }

    private Ordered underWay(SpecificRecord payload, Robot robot, long price) {
        Order order = book.add(payload, robot == null ? null : robot.id(), price, nowMs);
        orders.add(order);
        return Ordered.underWay(order.commandId());
    }

    private String reasonWhyBusy(Robot robot) {
        if (book.concerns(robot)) {
            return "An order to the robot %s is under way".formatted(robot.id());
        }
        if (robot.queued() > 0) {
            return "%d actions wait in the queue of the robot %s".formatted(robot.queued(), robot.id());
        }
        long waitMs = robot.readyAtMs() - nowMs;
        return waitMs > READY_SOON_MS ? "The robot %s is ready in %d ms".formatted(robot.id(), waitMs) : null;
    }

    /** The robot that an order is to; null if it is to none, or to one that is not there. */
    private Robot robotOf(SpecificRecord payload) {
        Schema.Field robotId = payload.getSchema().getField("robotId");
        return robotId == null ? null : view.robot((String) payload.get(robotId.pos()));
    }

    private long price(SpecificRecord payload, Robot robot) {
        if (payload instanceof BuyRobots buy) {
            return (long) view.rules().getRobotPrice() * buy.getQuantity();
        }
        return payload instanceof BuyUpgrade buy && robot != null
                ? view.upgradePrice(robot, buy.getUpgrade(), buy.getLevels())
                : 0;
    }

    private static boolean isAction(SpecificRecord payload) {
        return payload instanceof MoveRobot
                || payload instanceof AttackRobot
                || payload instanceof StartMining
                || payload instanceof SellResources;
    }
}
