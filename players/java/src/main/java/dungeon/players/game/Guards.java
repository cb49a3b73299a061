package dungeon.players.game;

import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartMining;
import org.apache.avro.specific.SpecificRecord;

/**
 * Why an order makes no sense as the player knows the game. It repeats checks of the platform, in their order, so that what is
 * sure to be refused is not sent; what the platform alone can know, it decides.
 */
final class Guards {
    private final GameView view;
    private final OrderBook book;

    Guards(GameView view, OrderBook book) {
        this.view = view;
        this.book = book;
    }

    /**
     * The reason against an order, a sentence; null if there is none.
     *
     * @param robot to whom it is; null for an order to none
     * @param price what it costs, in credits
     * @param credits what can be spent
     */
    String reasonAgainst(SpecificRecord payload, Robot robot, long price, long credits) {
        if (!view.isRunning()) {
            return "The game is not running";
        }
        String reason = payload instanceof BuyRobots buy ? reasonAgainst(buy) : reasonAgainst(payload, robot);
        return reason == null && price > credits
                ? "This costs %d credits, and %d can be spent".formatted(price, credits)
                : reason;
    }

    private String reasonAgainst(BuyRobots buy) {
        long limit = view.rules().getRobotsPerPlayerMaximum();
        if (book.hasPurchase()) {
            return "A purchase of robots is under way";
        }
        if (buy.getQuantity() < 1) {
            return "%d robots cannot be bought".formatted(buy.getQuantity());
        }
        if (buy.getStation() != null && !view.map().isStation(Tile.of(buy.getStation()))) {
            return "There is no space station at %s".formatted(Tile.of(buy.getStation()));
        }
        return view.ownRobots().size() + buy.getQuantity() > limit
                ? "A player can have %d robots at a time".formatted(limit)
                : null;
    }

    private String reasonAgainst(SpecificRecord payload, Robot robot) {
        if (robot == null) {
            return "There is no such robot, or it is no more";
        }
        if (!view.isOwn(robot)) {
            return "The robot %s is somebody else's".formatted(robot.id());
        }
        if (book.concerns(robot)) {
            return "An order to the robot %s is under way".formatted(robot.id());
        }
        if (payload instanceof MoveRobot move) {
            return reasonAgainst(robot, move);
        } else if (payload instanceof AttackRobot attack) {
            return reasonAgainst(robot, view.robot(attack.getTargetRobotId()));
        } else if (payload instanceof StartMining mining) {
            return reasonAgainst(robot, mining);
        } else if (payload instanceof SellResources) {
            return reasonAgainstSale(robot);
        } else if (payload instanceof BuyUpgrade buy) {
            return reasonAgainst(robot, buy);
        }
        return payload instanceof ClearQueue ? null : "%s is no order of a game".formatted(payload.getClass());
    }

    private String reasonAgainst(Robot robot, MoveRobot move) {
        Tile target = robot.tile().to(move.getDirection());
        return view.map().isOpen(target) ? null : "There is no star system at %s to move to".formatted(target);
    }

    private String reasonAgainst(Robot robot, Robot target) {
        if (target == null) {
            return "The target is no more";
        }
        if (!target.tile().equals(robot.tile())) {
            return "The target is at %s, and the robot at %s".formatted(target.tile(), robot.tile());
        }
        return view.map().isStation(robot.tile()) ? "Nobody can be attacked at a space station" : null;
    }

    /** A robot can mine elsewhere, and what it cannot hold evaporates: who wants that may. */
    private String reasonAgainst(Robot robot, StartMining mining) {
        Tile tile = mining.getMine() == null ? robot.tile() : Tile.of(mining.getMine());
        return view.mine(tile) == null ? "There is no mine at %s".formatted(tile) : null;
    }

    private String reasonAgainstSale(Robot robot) {
        if (!view.map().isStation(robot.tile())) {
            return "There is no space station at %s".formatted(robot.tile());
        }
        return robot.cargoUnits() == 0 ? "The robot carries nothing" : null;
    }

    private String reasonAgainst(Robot robot, BuyUpgrade buy) {
        if (!view.map().isStation(robot.tile())) {
            return "There is no space station at %s".formatted(robot.tile());
        }
        return view.upgradePrice(robot, buy.getUpgrade(), buy.getLevels()) == Long.MAX_VALUE
                ? "%s has no %d levels above %d"
                        .formatted(buy.getUpgrade(), buy.getLevels(), robot.level(buy.getUpgrade()))
                : null;
    }
}
