package dungeon.players.game;

import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * The orders that are under way: sent, and without an outcome so far. It keeps a player from ordering twice, and from
 * spending the same money twice. An order that was rejected, for being late or for anything else, is under way no longer, so
 * it is thought of again as things are then.
 */
final class OrderBook {
    /** After so long an order counts as lost; if its outcome comes later still, the events tell what it changed. */
    private static final long LOST_AFTER_MS = 10_000;

    /** What an order is about that is about no robot. */
    private static final String PURCHASE = "robots";

    private record UnderWay(String subject, long credits, long sentAtMs) {}

    private final Map<String, UnderWay> underWay = new HashMap<>();
    private final Set<String> subjects = new HashSet<>();
    private final SplittableRandom ids;
    private long credits;

    OrderBook(long seed) {
        ids = new SplittableRandom(seed);
    }

    /** An order with an id of its own, which is under way from now on. */
    Order add(SpecificRecord payload, String robotId, long price, long nowMs) {
        String commandId = new UUID(ids.nextLong(), ids.nextLong()).toString();
        underWay.put(commandId, new UnderWay(robotId == null ? PURCHASE : robotId, price, nowMs));
        count();
        return new Order(commandId, payload);
    }

    /** Whether an order to a robot is under way. */
    boolean concerns(Robot robot) {
        return subjects.contains(robot.id());
    }

    /** Whether an order is under way that is to no robot, such as a purchase of robots. */
    boolean hasPurchase() {
        return subjects.contains(PURCHASE);
    }

    /** Credits that the orders under way will cost. */
    long credits() {
        return credits;
    }

    /** Takes in an event; with the last one of its decision, an order has its outcome. */
    void learn(Event event) {
        boolean done = event.getRemaining() == 0 || event.getPayload() instanceof CommandRejected;
        if (done && event.getCommandId() != null && underWay.remove(event.getCommandId()) != null) {
            count();
        }
    }

    void forgetLost(long nowMs) {
        if (underWay.values().removeIf(order -> nowMs - order.sentAtMs > LOST_AFTER_MS)) {
            count();
        }
    }

    private void count() {
        subjects.clear();
        credits = 0;
        for (UnderWay order : underWay.values()) {
            subjects.add(order.subject);
            credits += order.credits;
        }
    }
}
