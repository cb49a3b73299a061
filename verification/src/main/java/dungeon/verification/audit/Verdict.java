package dungeon.verification.audit;

import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.EndGame;
import dungeon.schemas.GameState;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Player;
import dungeon.verification.audit.model.Robot;
import java.util.UUID;

/** Whether a command has to be refused, and why: the checks in the order in which the wire's table lists them. */
final class Verdict {
    private static final long BEHIND_MAXIMUM_MS = 120_000;
    private static final long AHEAD_MAXIMUM_MS = 60_000;
    private static final long ID_BEHIND_MAXIMUM_MS = 24 * 3_600_000L;
    private static final long GIVEN_UP_AFTER_MS = 60_000;

    private final Model model;
    private final Turns turns;
    private final Purchases purchases;

    Verdict(Model model, Turns turns, Purchases purchases) {
        this.model = model;
        this.turns = turns;
        this.purchases = purchases;
    }

    /** The first three checks, which need no game; null if the command passes them. */
    static RejectionCode beforeForm(SentCommand sent) {
        Sender sender = sent.sender();
        if (sender.kind() == Sender.Kind.NOBODY || sender.kind() == Sender.Kind.REGISTRAR) {
            return RejectionCode.UNAUTHENTICATED;
        }
        if (sender.kind() == Sender.Kind.LOBBY && !(sent.command().getPayload() instanceof CreateGame)) {
            return RejectionCode.UNAUTHENTICATED;
        }
        // A command need not name its player.
        String named = sent.command().getPlayerId();
        if (named != null && !named.equals(sender.playerId())) {
            return RejectionCode.NOT_YOU;
        }
        if (sent.command().getPayload() instanceof JoinGame join
                && !join.getPlayerName().equals(sender.playerName())) {
            return RejectionCode.NOT_YOU;
        }
        long lateMs = sent.appendTimeMs() - sent.command().getIssuedAt().toEpochMilli();
        return lateMs > BEHIND_MAXIMUM_MS || lateMs < -AHEAD_MAXIMUM_MS ? RejectionCode.NOT_TIMELY : null;
    }

    /** The checks of a game that is not there, or no longer. */
    static RejectionCode withoutGame(SentCommand sent, boolean wasThere) {
        if (!(sent.command().getPayload() instanceof CreateGame create)) {
            return RejectionCode.UNKNOWN_GAME;
        }
        if (!mayCreate(sent, create)) {
            return RejectionCode.NOT_ADMINISTRATOR;
        }
        if (!idIsTimely(sent)) {
            return RejectionCode.NOT_TIMELY;
        }
        if (wasThere) {
            return RejectionCode.GAME_EXISTS;
        }
        return isGivenUp(sent, create) ? RejectionCode.NOT_TIMELY : null;
    }

    /** A game's id is a UUID of version 7, made a day before its creation arrives at most, or a minute after. */
    private static boolean idIsTimely(SentCommand sent) {
        long ageMs = sent.appendTimeMs() - idTimeMs(sent);
        return ageMs <= ID_BEHIND_MAXIMUM_MS && ageMs >= -AHEAD_MAXIMUM_MS;
    }

    private static long idTimeMs(SentCommand sent) {
        return UUID.fromString(sent.command().getGameId()).getMostSignificantBits() >>> 16;
    }

    /** Players ask the lobby for games of their own, whose service creates them. */
    private static boolean mayCreate(SentCommand sent, CreateGame create) {
        return sent.sender().kind() == Sender.Kind.ADMINISTRATOR
                || (sent.sender().kind() == Sender.Kind.LOBBY && create.getRequestedBy() != null);
    }

    /** The lobby waits a minute for a game that it has granted. */
    private static boolean isGivenUp(SentCommand sent, CreateGame create) {
        return create.getRequestedBy() != null && sent.appendTimeMs() - idTimeMs(sent) > GIVEN_UP_AFTER_MS;
    }

    /** The checks of a game that is there, after those of form; null if the command is accepted. */
    RejectionCode inGame(SentCommand sent, long timeMs) {
        Object payload = sent.command().getPayload();
        if (payload instanceof CreateGame) {
            return withoutGame(sent, true);
        }
        if (payload instanceof StartGame || payload instanceof EndGame) {
            return lifecycle(sent, payload instanceof StartGame);
        }
        if (payload instanceof JoinGame) {
            return join(sent.sender().playerId(), timeMs);
        }
        if (model.state != GameState.STARTED) {
            return RejectionCode.GAME_NOT_RUNNING;
        }
        Player player = model.players.get(sent.sender().playerId());
        if (player == null) {
            return RejectionCode.NOT_A_PARTICIPANT;
        }
        if (player.isEliminated) {
            return RejectionCode.ELIMINATED;
        }
        return payload instanceof BuyRobots buy ? robots(player, buy) : order(player, sent.command(), timeMs);
    }

    private static boolean isInCharge(SentCommand sent, String practiceFor) {
        return sent.sender().kind() == Sender.Kind.ADMINISTRATOR
                || sent.sender().playerId().equals(practiceFor);
    }

    private RejectionCode lifecycle(SentCommand sent, boolean isStart) {
        if (!isInCharge(sent, model.practiceFor)) {
            return RejectionCode.NOT_ADMINISTRATOR;
        }
        boolean fits = isStart ? model.state == GameState.CREATED : model.state != GameState.ENDED;
        return fits ? null : RejectionCode.WRONG_STATE;
    }

    private RejectionCode join(String playerId, long timeMs) {
        if (model.state == GameState.ENDED) {
            return RejectionCode.WRONG_STATE;
        }
        // The wire's table lists GAME_FULL first, the rules tell a participant the more useful of the two.
        if (model.players.containsKey(playerId)) {
            return RejectionCode.ALREADY_JOINED;
        }
        return model.players.size() >= model.placesFor(playerId, timeMs) ? RejectionCode.GAME_FULL : null;
    }

    private RejectionCode robots(Player player, BuyRobots buy) {
        if (buy.getStation() != null) {
            int tile = model.grid.places.number(buy.getStation());
            if (tile < 0 || !model.grid.isStation(tile)) {
                return RejectionCode.NOT_A_STATION;
            }
        }
        if (player.livingRobots + buy.getQuantity() > model.rules.getRobotsPerPlayerMaximum()) {
            return RejectionCode.ROBOT_LIMIT;
        }
        long price = (long) buy.getQuantity() * model.rules.getRobotPrice();
        return price > player.balance ? RejectionCode.INSUFFICIENT_FUNDS : null;
    }

    private RejectionCode order(Player player, Command command, long timeMs) {
        Robot robot = model.robots.get(robotId(command.getPayload()));
        if (robot == null) {
            return RejectionCode.UNKNOWN_ROBOT;
        }
        if (robot.owner != player) {
            return RejectionCode.NOT_OWNER;
        }
        if (robot.isDestroyed) {
            return RejectionCode.ROBOT_DESTROYED;
        }
        if (command.getPayload() instanceof BuyUpgrade buy) {
            return upgrade(player, robot, buy);
        }
        if (command.getPayload() instanceof AttackRobot attack
                && !model.robots.containsKey(attack.getTargetRobotId())) {
            return RejectionCode.UNKNOWN_TARGET;
        }
        Action action = action(command.getPayload());
        boolean mustWait = action != null && (!robot.queue.isEmpty() || !turns.canRun(robot, action, timeMs));
        return mustWait && robot.queue.size() >= model.rules.getQueueMaximum() ? RejectionCode.QUEUE_FULL : null;
    }

    private RejectionCode upgrade(Player player, Robot robot, BuyUpgrade buy) {
        if (robot.level(buy.getUpgrade()) + buy.getLevels() > Purchases.LEVEL_MAXIMUM) {
            return RejectionCode.MAX_LEVEL;
        }
        long price = purchases.price(robot, buy.getUpgrade(), buy.getLevels());
        return price > player.balance ? RejectionCode.INSUFFICIENT_FUNDS : null;
    }

    /** The robot that a command is for; null if it is for none. */
    static String robotId(Object payload) {
        if (payload instanceof MoveRobot move) {
            return move.getRobotId();
        }
        if (payload instanceof AttackRobot attack) {
            return attack.getRobotId();
        }
        if (payload instanceof StartMining mining) {
            return mining.getRobotId();
        }
        if (payload instanceof SellResources sell) {
            return sell.getRobotId();
        }
        if (payload instanceof ClearQueue clear) {
            return clear.getRobotId();
        }
        return payload instanceof BuyUpgrade buy ? buy.getRobotId() : null;
    }

    /** The action that a command orders; null if it orders none. */
    static Action action(Object payload) {
        if (payload instanceof MoveRobot move) {
            return new Action(ActionType.MoveRobot, move.getDirection(), null, null);
        }
        if (payload instanceof AttackRobot attack) {
            return new Action(ActionType.AttackRobot, null, attack.getTargetRobotId(), null);
        }
        if (payload instanceof StartMining mining) {
            return new Action(ActionType.StartMining, null, null, mining.getMine());
        }
        return payload instanceof SellResources ? new Action(ActionType.SellResources, null, null, null) : null;
    }
}
