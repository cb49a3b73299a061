package dungeon.rules;

import dungeon.schemas.Condition;
import dungeon.schemas.Event;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.QueuedAction;
import dungeon.schemas.state.Robot;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One event on its way into the records of its game. Each record is changed at most once by an event: the change is skipped
 * where the record contains the event already, and a second change would be taken for a repetition.
 */
final class Fold {
    private final World world;
    private final Event event;
    private final long timeMs;

    Fold(World world, Event event) {
        this.world = world;
        this.event = event;
        this.timeMs = event.getTime().toEpochMilli();
    }

    World world() {
        return world;
    }

    Event event() {
        return event;
    }

    long sequence() {
        return event.getSequence();
    }

    /** The event's time, in ms since 1970. */
    long timeMs() {
        return timeMs;
    }

    MapTile tile(Tile at) {
        return world.tile(at.getX(), at.getY());
    }

    void changeGame(Consumer<Game> change) {
        Game before = world.game();
        if (before.getSequence() < sequence()) {
            Game after = Copies.copy(before, new Game());
            change.accept(after);
            after.setSequence(sequence());
            world.put(after);
        }
    }

    void changeAccount(String playerId, Consumer<Account> change) {
        Account before = world.account(playerId);
        if (before.getSequence() < sequence()) {
            Account after = Copies.of(before);
            change.accept(after);
            after.setSequence(sequence());
            world.put(after);
        }
    }

    void changeTile(Tile at, Consumer<MapTile> change) {
        MapTile before = tile(at);
        if (before.getSequence() < sequence()) {
            MapTile after = Copies.of(before);
            change.accept(after);
            after.setSequence(sequence());
            world.put(after);
        }
    }

    void changeMine(Tile at, Consumer<Mine> change) {
        Mine before = world.mine(at.getX(), at.getY());
        if (before.getSequence() < sequence()) {
            Mine after = Copies.of(before);
            change.accept(after);
            after.setSequence(sequence());
            world.put(after);
        }
    }

    /** Changes what is counted for discoveries, where that is kept. */
    void changeDeposits(Consumer<Deposits> change) {
        Deposits before = world.deposits();
        if (before != null && before.getSequence() < sequence()) {
            Deposits after = Copies.copy(before, new Deposits());
            change.accept(after);
            after.setSequence(sequence());
            world.put(after);
        }
    }

    void changeRobot(String robotId, Consumer<Robot> change) {
        Robot before = world.robot(robotId);
        if (before.getSequence() < sequence()) {
            Robot after = Copies.of(before);
            change.accept(after);
            resetTimer(before, after);
            after.setSequence(sequence());
            world.put(after);
        }
    }

    /** Sets a robot's condition; the actions at the head of the queue that it no longer counts have run. */
    static void setCondition(Robot robot, Condition condition) {
        robot.setX(condition.getPosition().getX());
        robot.setY(condition.getPosition().getY());
        robot.setHealth(condition.getHealth() * Vitals.HEALTH_UNIT + condition.getHealthFraction());
        robot.setEnergy(condition.getEnergy() * Vitals.ENERGY_UNIT + condition.getEnergyFraction());
        robot.setAsOfMs(condition.getAsOf().toEpochMilli());
        robot.setReadyAtMs(condition.getReadyAt().toEpochMilli());
        List<QueuedAction> queue = robot.getQueue();
        if (queue.size() > condition.getQueued()) {
            robot.setQueue(List.copyOf(queue.subList(queue.size() - condition.getQueued(), queue.size())));
        }
    }

    /**
     * The timer of a queue belongs to its first action; it is set anew when that or its moment is another. The first action
     * is another one when the queue got shorter; ids do not tell, because a sender can use one again after a while.
     */
    private void resetTimer(Robot before, Robot after) {
        boolean sameHead = after.getQueue().size() >= before.getQueue().size();
        Long dueMs = dueMs(after);
        if (sameHead && Objects.equals(dueMs, before.getTimerDueMs())) {
            return;
        }
        if (before.getTimerDueMs() != null) {
            world.cancel(DueTimer.ofQueue(before.getTimerDueMs(), before.getTimerSetBy(), before.getRobotId()));
        }
        after.setTimerDueMs(dueMs);
        if (dueMs != null) {
            after.setTimerSetBy(sequence());
            world.set(DueTimer.ofQueue(dueMs, sequence(), after.getRobotId()));
        }
    }

    private Long dueMs(Robot robot) {
        List<QueuedAction> queue = robot.getQueue();
        return queue.isEmpty()
                ? null
                : (Long) Readiness.runsAtMs(world, robot, queue.get(0).getAction());
    }
}
