package dungeon.verification.audit;

import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.DepositChange;
import dungeon.schemas.Event;
import dungeon.schemas.GameState;
import dungeon.schemas.Lot;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Upgrade;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Costs;
import dungeon.verification.audit.model.Index;
import dungeon.verification.audit.model.Mine;
import dungeon.verification.audit.model.MiningProcess;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Player;
import dungeon.verification.audit.model.Points;
import dungeon.verification.audit.model.Robot;
import dungeon.verification.audit.model.Timer;
import dungeon.verification.audit.model.Vitals;
import java.util.ArrayList;
import java.util.List;

/** Mining processes, mines that are exhausted, and sales. */
final class Mining {
    private final Model model;
    private final Causes causes;
    private final Turns turns;
    private final Judge judge;
    private final Costs costs;
    private final Vitals vitals;
    private final Fights fights;
    private final Discoveries discoveries;
    private final Eliminations eliminations;

    Mining(
            Model model,
            Causes causes,
            Turns turns,
            Judge judge,
            Costs costs,
            Vitals vitals,
            Fights fights,
            Discoveries discoveries,
            Eliminations eliminations) {
        this.model = model;
        this.causes = causes;
        this.turns = turns;
        this.judge = judge;
        this.costs = costs;
        this.vitals = vitals;
        this.fights = fights;
        this.discoveries = discoveries;
        this.eliminations = eliminations;
    }

    void started(Event event, MiningStarted started) {
        Action action = new Action(ActionType.StartMining, null, null, started.getMine());
        Robot robot = turns.begin(event, started.getRobotId(), action);
        judge.checkSucceeds(robot, action);
        Mine mine = model.grid.mines[model.grid.places.number(started.getMine())];
        Check.same("resource", mine.resource, started.getResource());
        long completesAtMs = robot.asOfMs + model.rules.getMiningProcessMs();
        Check.same("completesAt", completesAtMs, started.getCompletesAt().toEpochMilli());
        robot.process = new MiningProcess(robot, mine, event.getCommandId(), event.getPlayerId());
        robot.owner.runningProcesses++;
        model.timers.set(completesAtMs, Timer.Kind.MINING, robot.process);
        turns.end(robot, ActionType.StartMining, costs.energy(robot, action));
        vitals.check("robot's", robot, started.getCondition());
    }

    void mined(Event event, ResourcesMined mined) {
        model.followers.checkNone(ResourcesMined.class);
        Check.same("state of the game", GameState.STARTED, model.state);
        Robot robot = model.robot(mined.getRobotId());
        MiningProcess process = Check.known("mining process", robot.process, robot.id);
        Check.same("commandId", process.commandId(), event.getCommandId());
        Check.same("playerId", process.playerId(), event.getPlayerId());
        causes.timer(event, Timer.Kind.MINING, process);
        robot.process = null;
        robot.owner.runningProcesses--;

        Mine mine = process.mine();
        Check.same("mine", model.grid.places.tile(mine.tile), mined.getMine());
        Check.same("resource", mine.resource, mined.getResource());
        int dug = Math.min(mine.units, model.rules.getMiningUnits().get(robot.level(Upgrade.MINING)));
        int room = model.rules.getStorage().get(robot.level(Upgrade.STORAGE)) - robot.load();
        boolean takes = !robot.isDestroyed && robot.tile == mine.tile && fights.canHold(robot, mine.resource);
        int collected = takes ? Math.min(dug, room) : 0;
        Check.same("collected", collected, mined.getCollected());
        Check.same("evaporated", dug - collected, mined.getEvaporated());
        mine.units -= dug;
        Check.same("remainingUnits", mine.units, mined.getRemainingUnits());
        robot.cargo[Index.of(mine.resource)] += collected;
        Check.same("cargo", Fights.units(robot), mined.getCargo());
        model.ledger.mine(mine.resource, mined.getCollected(), mined.getEvaporated());
        int points = model.rules.getMiningPoints().get(Index.of(mine.resource));
        Points.gainIfAny(robot.owner, ScoreCategory.MINING, (long) collected * points, mined.getScore());

        if (mine.units == 0 && !mine.isClosed) {
            model.followers.expect(MineDepleted.class, mined.getMine());
            model.grid.close(mine);
        }
        List<DepositChange> changes = discoveries.afterMining(mine, dug, event.getTime());
        Check.same("deposits", changes, mined.getDeposits());
        eliminations.expectIfDue(robot.owner);
    }

    void depleted(MineDepleted depleted, Resource lastMined) {
        model.followers.take(MineDepleted.class, depleted.getMine());
        Check.same("resource", lastMined, depleted.getResource());
    }

    void sold(Event event, ResourcesSold sold) {
        Action action = new Action(ActionType.SellResources, null, null, null);
        Robot robot = turns.begin(event, sold.getRobotId(), action);
        judge.checkSucceeds(robot, action);
        turns.end(robot, ActionType.SellResources, costs.energy(robot, action));
        vitals.check("robot's", robot, sold.getCondition());

        List<Lot> lots = new ArrayList<>();
        long revenue = 0;
        for (Resource resource : Index.RESOURCES) {
            int units = robot.cargo[Index.of(resource)];
            if (units > 0) {
                long price = model.rules.getResourcePrice().get(Index.of(resource));
                lots.add(new Lot(resource, units, units * price));
                revenue += units * price;
                robot.cargo[Index.of(resource)] = 0;
            }
        }
        Check.same("lots", lots, sold.getLots());
        Check.same("revenue", revenue, sold.getRevenue());
        for (Lot lot : sold.getLots()) {
            model.ledger.sell(lot.getResource(), lot.getUnits());
        }
        Player player = robot.owner;
        long perPoint = model.rules.getTradingCreditsPerPoint();
        long points = (player.sold + revenue) / perPoint - player.sold / perPoint;
        player.sold += revenue;
        player.balance += revenue;
        player.checkBalance(sold.getBalance());
        Points.gain(player, ScoreCategory.TRADING, points, sold.getScore());
    }
}
