package dungeon.standalone.bots.player;

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
import org.apache.avro.specific.SpecificRecord;

/**
 * What a temper gives its orders to. A robot takes one order at a time: it is free for the next one as soon as that is
 * done. Money that is spent on the way is no longer there.
 */
public final class Commander {
    /** A robot that is ready so soon is as good as ready: until the order arrives it will be, or else it waits in the queue. */
    private static final long READY_SOON_MS = 100;

    private final GameView view;
    private final OrderBook book;
    private final long nowMs;
    private final List<Order> orders = new ArrayList<>();

    Commander(GameView view, OrderBook book, long nowMs) {
        this.view = view;
        this.book = book;
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
        return !book.concerns(robot) && robot.queued() == 0 && robot.readyAtMs() - nowMs <= READY_SOON_MS;
    }

    /** Sends a robot one step further on the quickest way; whether there is one. */
    public boolean goTowards(Robot robot, Place target) {
        return view.routes()
                .step(robot.place(), target)
                .map(course -> order(robot, new MoveRobot(robot.id(), Direction.valueOf(course.name()))))
                .orElse(false);
    }

    /** Starts to mine where the robot is. */
    public void mine(Robot robot) {
        order(robot, new StartMining(robot.id(), null));
    }

    /** Sells all that the robot carries; it has to be at a station. */
    public void sell(Robot robot) {
        order(robot, new SellResources(robot.id()));
    }

    /** Hits a robot on the same star system. */
    public void attack(Robot robot, Robot target) {
        order(robot, new AttackRobot(robot.id(), target.id()));
    }

    /** Drops what a robot was to do next. */
    public void clearQueue(Robot robot) {
        if (!book.concerns(robot)) {
            order(robot, new ClearQueue(robot.id()));
        }
    }

    /** Buys as many robots as wished and as can be paid and had, at the player's own station; whether it is any. */
    public boolean buyRobots(int wished) {
        long price = view.rules().getRobotPrice();
        long possible = Math.min(
                credits() / price,
                view.rules().getRobotsPerPlayerMaximum() - view.ownRobots().size());
        int quantity = (int) Math.min(wished, possible);
        if (quantity <= 0 || book.hasPurchase()) {
            return false;
        }
        orders.add(book.add(new BuyRobots(quantity, null), null, quantity * price, nowMs));
        return true;
    }

    /**
     * Buys the next level of an upgrade for a robot at a station, if it can be paid; whether that is so. The robot is free
     * again when it has the upgrade.
     */
    public boolean upgrade(Robot robot, Upgrade upgrade) {
        long price = view.upgradePrice(robot, upgrade);
        if (price > credits() || book.concerns(robot) || !view.map().isStation(robot.place())) {
            return false;
        }
        orders.add(book.add(new BuyUpgrade(robot.id(), upgrade, 1), robot.id(), price, nowMs));
        return true;
    }

    List<Order> orders() {
        return orders;
    }

    private boolean order(Robot robot, SpecificRecord payload) {
        orders.add(book.add(payload, robot.id(), 0, nowMs));
        return true;
    }
}
