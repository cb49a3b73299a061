package dungeon.players.game;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.Content;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.MapInstantiated;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MineDiscovered;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.PlayerEliminated;
import dungeon.schemas.PlayerJoined;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Rules;
import dungeon.schemas.Upgrade;
import dungeon.schemas.UpgradePurchased;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A game as one of its players knows it, folded from the events and nothing else: whoever has read them from the first one
 * on knows everything, also in the middle of the game.
 */
public final class GameView {
    private final String playerId;
    private final Map<String, Robot> robots = new LinkedHashMap<>();
    private final Map<Tile, Mine> mines = new LinkedHashMap<>();
    private final Set<Tile> visited = new HashSet<>();
    private final Map<String, Integer> killsByVictim = new HashMap<>();
    private Rules rules;
    private StarMap map;
    private Routes routes;
    private boolean joined;
    private boolean started;
    private boolean ended;
    private boolean eliminated;
    private Tile home;
    private long balance;
    private long endsAtMs;
    private long timeMs;

    GameView(String playerId) {
        this.playerId = playerId;
    }

    /** The values that the game is played by. */
    public Rules rules() {
        return rules;
    }

    public StarMap map() {
        return map;
    }

    public Routes routes() {
        return routes;
    }

    /** The space station where robots appear if no other one is named. */
    public Tile home() {
        return home;
    }

    /** Credits after the last event that told. */
    public long balance() {
        return balance;
    }

    /** The time of the last event, in ms since 1970. */
    public long timeMs() {
        return timeMs;
    }

    /** When the game's time is up, in ms since 1970. */
    public long endsAtMs() {
        return endsAtMs;
    }

    /** Whether orders to robots count. */
    public boolean isRunning() {
        return started && !ended;
    }

    boolean isCreated() {
        return map != null;
    }

    boolean hasJoined() {
        return joined;
    }

    boolean isOver() {
        return ended || eliminated;
    }

    /** The player's robots, in the order in which they appeared. */
    public List<Robot> ownRobots() {
        return robots.values().stream().filter(this::isOwn).toList();
    }

    /** The robots of all others. */
    public List<Robot> enemies() {
        return robots.values().stream().filter(robot -> !isOwn(robot)).toList();
    }

    /** A robot that lives; null if there is none of that id. */
    public Robot robot(String robotId) {
        return robots.get(robotId);
    }

    /** Whether a robot is the player's. */
    public boolean isOwn(Robot robot) {
        return robot.playerId().equals(playerId);
    }

    /** The mines that are open. */
    public Collection<Mine> mines() {
        return Collections.unmodifiableCollection(mines.values());
    }

    /** The mine at a tile; null if there is none. */
    public Mine mine(Tile tile) {
        return mines.get(tile);
    }

    /** Whether one of the player's robots has been to a star system, as those have that appear at a station. */
    public boolean hasVisited(Tile tile) {
        return visited.contains(tile);
    }

    /** How many robots of another player were destroyed by this player's; each further one brings less. */
    public int killsOf(String victimId) {
        return killsByVictim.getOrDefault(victimId, 0);
    }

    /** Units of cargo that a robot can hold in all. */
    public int storage(Robot robot) {
        return rules.getStorage().get(robot.level(Upgrade.STORAGE));
    }

    /** Units of cargo that a robot still has room for. */
    public int room(Robot robot) {
        return Math.max(0, storage(robot) - robot.cargoUnits());
    }

    /** Whether a robot's MINING level lets it hold a resource. */
    public boolean canHold(Robot robot, Resource resource) {
        return resource.compareTo(rules.getMiningResource().get(robot.level(Upgrade.MINING))) <= 0;
    }

    /** Health that an attack of a robot takes from its target. */
    public int damage(Robot robot) {
        return rules.getDamage().get(robot.level(Upgrade.DAMAGE)) + robot.damageBonus();
    }

    /** The most health that a robot can have. */
    public int maximumHealth(Robot robot) {
        return rules.getHealth().get(robot.level(Upgrade.HEALTH));
    }

    /** A robot's energy at a time, rounded down; what it has regenerated away from a station, at least. */
    public long energy(Robot robot, long nowMs) {
        long per5s = rules.getEnergyRegeneration().get(robot.level(Upgrade.ENERGY_REGENERATION));
        long capacity = rules.getEnergyCapacity().get(robot.level(Upgrade.ENERGY_CAPACITY));
        return Math.min(capacity, robot.energy() + per5s * Math.max(0, nowMs - robot.asOfMs()) / 5_000);
    }

    /** A robot's health at a time, rounded down; it regenerates at stations only. */
    public long health(Robot robot, long nowMs) {
        if (!map.isStation(robot.tile())) {
            return robot.health();
        }
        long maximum = maximumHealth(robot);
        long percent = rules.getHealthRegenerationPercent().get(robot.level(Upgrade.HEALTH_REGENERATION));
        return Math.min(maximum, robot.health() + maximum * percent * Math.max(0, nowMs - robot.asOfMs()) / 100_000);
    }

    /** Whether a robot has the energy for an attack. */
    public boolean canAttack(Robot robot, long nowMs) {
        return energy(robot, nowMs) >= rules.getAttackEnergy().get(robot.level(Upgrade.DAMAGE));
    }

    /** What a unit of a resource sells for, in credits. */
    public int price(Resource resource) {
        return rules.getResourcePrice().get(resource.compareTo(Resource.BIO_MATTER));
    }

    /** What a robot's cargo sells for, in credits. */
    public long cargoValue(Robot robot) {
        return robot.cargo().stream()
                .mapToLong(lot -> (long) price(lot.getResource()) * lot.getUnits())
                .sum();
    }

    /** What the next level of an upgrade costs, in credits; {@link Long#MAX_VALUE} if there is none. */
    public long upgradePrice(Robot robot, Upgrade upgrade) {
        return upgradePrice(robot, upgrade, 1);
    }

    /** What the next levels of an upgrade cost together, in credits; {@link Long#MAX_VALUE} if there are not so many. */
    public long upgradePrice(Robot robot, Upgrade upgrade, int levels) {
        List<Integer> prices = upgrade == Upgrade.MINING ? rules.getMiningUpgradePrice() : rules.getUpgradePrice();
        int first = robot.level(upgrade) + 1;
        if (levels < 1 || levels > prices.size() - first) {
            return Long.MAX_VALUE;
        }
        return prices.subList(first, first + levels).stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    void learn(Event event) {
        timeMs = Math.max(timeMs, event.getTime().toEpochMilli());
        Object payload = event.getPayload();
        if (payload instanceof GameCreated created) {
            rules = created.getRules();
        } else if (payload instanceof MapInstantiated drawn) {
            learnMap(drawn);
        } else if (payload instanceof GameStarted begun) {
            started = true;
            endsAtMs = begun.getEndsAt().toEpochMilli();
        } else if (payload instanceof GameEnded) {
            ended = true;
        } else if (payload instanceof MiningStarted mining) {
            robots.get(mining.getRobotId()).mines(true);
            robots.get(mining.getRobotId()).is(mining.getCondition());
        } else if (payload instanceof ResourcesMined mined) {
            learnMining(mined);
        } else if (payload instanceof MineDepleted depleted) {
            mines.remove(Tile.of(depleted.getMine()));
        } else if (payload instanceof MineDiscovered found) {
            Tile tile = Tile.of(found.getMine());
            mines.put(tile, new Mine(tile, found.getResource(), found.getUnits()));
        } else if (payload instanceof RobotSpawned spawned) {
            Robot robot = new Robot(spawned.getRobotId(), event.getPlayerId(), spawned.getLevels());
            robot.is(spawned.getCondition());
            robots.put(robot.id(), robot);
            if (isOwn(robot)) {
                visited.add(robot.tile());
            }
        } else if (payload instanceof RobotMoved moved) {
            Robot robot = robots.get(moved.getRobotId());
            robot.is(moved.getCondition());
            if (isOwn(robot)) {
                visited.add(robot.tile());
            }
        } else if (payload instanceof RobotUpgraded upgraded) {
            robots.get(upgraded.getRobotId()).is(upgraded.getCondition());
            robots.get(upgraded.getRobotId()).reaches(upgraded.getUpgrade(), upgraded.getLevel());
        } else if (payload instanceof ActionQueued queued) {
            robots.get(queued.getRobotId()).hasQueued(queued.getPlace());
        } else if (payload instanceof QueueCleared cleared) {
            robots.get(cleared.getRobotId()).hasQueued(0);
        } else if (payload instanceof ActionFailed failed) {
            robots.get(failed.getRobotId()).is(failed.getCondition());
        } else if (payload instanceof ResourcesSold sold) {
            robots.get(sold.getRobotId()).is(sold.getCondition());
            robots.get(sold.getRobotId()).carries(List.of());
        } else if (payload instanceof RobotAttacked attacked) {
            robots.get(attacked.getRobotId()).is(attacked.getCondition());
            robots.get(attacked.getTargetRobotId()).is(attacked.getTargetCondition());
            robots.get(attacked.getTargetRobotId()).wasHit(attacked.getRobotId(), timeMs);
        } else if (payload instanceof RobotDestroyed destroyed) {
            learnDestruction(destroyed);
        }
        if (playerId.equals(event.getPlayerId())) {
            learnOfOwnAccount(payload);
        }
    }

    private void learnOfOwnAccount(Object payload) {
        if (payload instanceof PlayerJoined join) {
            joined = true;
            home = Tile.of(join.getHomeStation());
            balance = join.getBalance();
        } else if (payload instanceof PlayerEliminated) {
            eliminated = true;
        } else if (payload instanceof RobotsPurchased purchased) {
            balance = purchased.getBalance();
        } else if (payload instanceof UpgradePurchased purchased) {
            balance = purchased.getBalance();
        } else if (payload instanceof ResourcesSold sold) {
            balance = sold.getBalance();
        } else if (payload instanceof RobotDestroyed destroyed && destroyed.getBalance() != null) {
            balance = destroyed.getBalance();
        }
    }

    private void learnMap(MapInstantiated drawn) {
        map = new StarMap(drawn);
        routes = new Routes(map, rules);
        for (Content content : drawn.getContents()) {
            if (content.getKind() == ContentKind.MINE) {
                Tile tile = Tile.of(content.getTile());
                mines.put(tile, new Mine(tile, content.getResource(), content.getUnits()));
            }
        }
    }

    /** The process may have outlived its robot, and the mine the process. */
    private void learnMining(ResourcesMined mined) {
        Robot robot = robots.get(mined.getRobotId());
        if (robot != null) {
            robot.mines(false);
            robot.carries(mined.getCargo());
        }
        if (mined.getCollected() + mined.getEvaporated() == 0) {
            // Its mine has closed, and another one may be there by now.
            return;
        }
        mines.computeIfPresent(
                Tile.of(mined.getMine()),
                (tile, mine) -> new Mine(tile, mine.resource(), Math.min(mine.unitsLeft(), mined.getRemainingUnits())));
    }

    private void learnDestruction(RobotDestroyed destroyed) {
        Robot victim = robots.remove(destroyed.getRobotId());
        Robot destroyer = robots.get(destroyed.getByRobotId());
        if (destroyer == null) {
            return;
        }
        destroyer.alsoCarries(destroyed.getLooted());
        if (destroyed.getDamageBonus() != null) {
            destroyer.hasDamageBonus(destroyed.getDamageBonus());
        }
        if (isOwn(destroyer) && !isOwn(victim)) {
            killsByVictim.merge(victim.playerId(), 1, Integer::sum);
        }
    }
}
