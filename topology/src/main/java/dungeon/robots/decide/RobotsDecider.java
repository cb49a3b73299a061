package dungeon.robots.decide;

import dungeon.platform.core.Decider;
import dungeon.platform.core.Decision;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.envelope.Handlers;
import dungeon.robots.state.RobotsState;
import dungeon.robots.state.RobotsTimers;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.EndGame;
import dungeon.schemas.EndReason;
import dungeon.schemas.GamePurged;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tick;
import org.apache.avro.specific.SpecificRecord;

/** What commands and timers cause in a robots' game. */
public final class RobotsDecider implements Decider<Command, RobotsState> {
    /**
     * The version of these rules. Raised with each change after which the same commands give other events, so that nobody holds a
     * game that was decided before against what the rules say now.
     */
    public static final int RULES_VERSION = 1;

    private static final Handlers<Decision<RobotsState>, Void> HANDLERS = Handlers.<Decision<RobotsState>, Void>of(
                    Command.getClassSchema(), "payload")
            .on(CreateGame.class, (decision, none, create) -> GameLifecycle.create(decision, create))
            .on(StartGame.class, (decision, none, start) -> GameLifecycle.start(decision))
            .on(EndGame.class, (decision, none, end) -> GameLifecycle.end(decision))
            .on(JoinGame.class, (decision, none, join) -> GameLifecycle.join(decision, join))
            .on(MoveRobot.class, (decision, none, move) -> Actions.move(decision, move))
            .on(AttackRobot.class, (decision, none, attack) -> Actions.attack(decision, attack))
            .on(StartMining.class, (decision, none, mining) -> Actions.mine(decision, mining))
            .on(SellResources.class, (decision, none, sell) -> Actions.sell(decision, sell))
            .on(ClearQueue.class, (decision, none, clear) -> Actions.clearQueue(decision, clear))
            .on(BuyRobots.class, (decision, none, buy) -> Purchases.buyRobots(decision, buy))
            .on(BuyUpgrade.class, (decision, none, buy) -> Upgrades.buy(decision, buy))
            .ignore(Tick.class)
            .build();

    @Override
    public void decide(Decision<RobotsState> decision, Command command) {
        HANDLERS.handle(decision, null, (SpecificRecord) command.getPayload());
    }

    @Override
    public void fire(Decision<RobotsState> decision, TimerId timer) {
        switch (timer.kind()) {
            case RobotsTimers.EXPIRY -> GameLifecycle.expire(decision);
            case RobotsTimers.END -> GameLifecycle.end(decision, EndReason.TIME_UP);
            case RobotsTimers.MINING_PROCESS -> Mining.complete(decision, timer.subject());
            case RobotsTimers.QUEUE -> Actions.runNext(decision, timer.subject());
            case RobotsTimers.DISCOVERY -> Discoveries.discover(decision, RobotsTimers.entryOf(timer));
            case RobotsTimers.PURGE -> decision.emit(new GamePurged());
            default ->
                throw new IllegalStateException("A timer of a kind that a newer build has written: %s of game %s"
                        .formatted(timer, decision.aggregateId()));
        }
    }
}
