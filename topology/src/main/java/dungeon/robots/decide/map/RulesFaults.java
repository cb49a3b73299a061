package dungeon.robots.decide.map;

import dungeon.schemas.Detail;
import dungeon.schemas.Resource;
import dungeon.schemas.Rules;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Everything that is wrong with the values of a game, each fault with the JSON pointer of its place. */
public final class RulesFaults {
    private static final int LEVELS = 6;
    private static final int RESOURCES = 5;
    private static final int GRAVITIES = 3;
    /** Far above any sensible value, and low enough that the product of any two stays within 64 bits. */
    private static final long VALUE_MAXIMUM = 1_000_000_000L;

    /** Points are summed up in 32 bits: so many for each star system of the largest map are a fifth of that. */
    private static final int POINTS_MAXIMUM = 10_000;

    /** A map can come to 104,000 mines of a million units each; so much for every unit stays within 64 bits. */
    private static final int RESOURCE_PRICE_MAXIMUM = 1_000_000;

    private static final int PER_THOUSAND = 1_000;
    private static final int QUEUE_MAXIMUM = 16;
    private static final int ROBOTS_MAXIMUM = 100;

    private final Rules rules;
    private final List<Detail> faults = new ArrayList<>();

    private RulesFaults(Rules rules) {
        this.rules = rules;
    }

    /** The faults of a game's values; empty if there are none. */
    public static List<Detail> of(Rules rules) {
        RulesFaults checks = new RulesFaults(rules);
        checks.numbers();
        checks.lengths();
        if (checks.faults.isEmpty()) {
            checks.sense();
        }
        return checks.faults;
    }

    private void numbers() {
        for (Schema.Field field : rules.getSchema().getFields()) {
            Object value = rules.get(field.pos());
            if (value instanceof Number number) {
                inRange("/" + field.name(), number.longValue());
            } else if (value instanceof List<?> list) {
                // What is too long is reported as such; the rejection has to stay small.
                for (int i = 0; i < Math.min(list.size(), LEVELS); i++) {
                    if (list.get(i) instanceof Number number) {
                        inRange("/" + field.name() + "/" + i, number.longValue());
                    }
                }
            }
        }
    }

    private void lengths() {
        length("moveEnergy", rules.getMoveEnergy(), GRAVITIES);
        length("travellingPoints", rules.getTravellingPoints(), GRAVITIES);
        length("resourcePrice", rules.getResourcePrice(), RESOURCES);
        length("miningPoints", rules.getMiningPoints(), RESOURCES);
        length("attackEnergy", rules.getAttackEnergy(), LEVELS);
        length("miningEnergy", rules.getMiningEnergy(), LEVELS);
        length("storage", rules.getStorage(), LEVELS);
        length("miningUnits", rules.getMiningUnits(), LEVELS);
        length("miningResource", rules.getMiningResource(), LEVELS);
        length("damage", rules.getDamage(), LEVELS);
        length("health", rules.getHealth(), LEVELS);
        length("healthRegenerationPercent", rules.getHealthRegenerationPercent(), LEVELS);
        length("energyCapacity", rules.getEnergyCapacity(), LEVELS);
        length("energyRegeneration", rules.getEnergyRegeneration(), LEVELS);
        length("cooldownPercent", rules.getCooldownPercent(), LEVELS);
        length("upgradePrice", rules.getUpgradePrice(), LEVELS);
        length("miningUpgradePrice", rules.getMiningUpgradePrice(), LEVELS);
    }

    private void sense() {
        int capacity = rules.getEnergyCapacity().get(0);
        for (int i = 0; i < GRAVITIES; i++) {
            affordable("/moveEnergy/" + i, rules.getMoveEnergy().get(i), capacity);
        }
        affordable("/attackEnergy/0", rules.getAttackEnergy().get(0), capacity);
        affordable("/miningEnergy/0", rules.getMiningEnergy().get(0), capacity);
        affordable("/sellEnergy", rules.getSellEnergy(), capacity);
        for (int level = 0; level < LEVELS; level++) {
            atLeastOne(
                    "/energyRegeneration/" + level,
                    rules.getEnergyRegeneration().get(level));
            atLeastOne("/health/" + level, rules.getHealth().get(level));
            if (rules.getMiningResource().get(level) == Resource.UNKNOWN) {
                fault("/miningResource/" + level, "is not known to this build");
            }
        }
        for (int i = 0; i < GRAVITIES; i++) {
            points("/travellingPoints/" + i, rules.getTravellingPoints().get(i));
        }
        for (int i = 0; i < RESOURCES; i++) {
            points("/miningPoints/" + i, rules.getMiningPoints().get(i));
            upTo("/resourcePrice/" + i, rules.getResourcePrice().get(i), RESOURCE_PRICE_MAXIMUM);
        }
        points("/damagePoints", rules.getDamagePoints());
        points("/killPoints", rules.getKillPoints());
        points("/ownRobotPenaltyPoints", rules.getOwnRobotPenaltyPoints());
        points("/upgradePoints", rules.getUpgradePoints());
        for (int level = 1; level < LEVELS; level++) {
            notBelow("/storage/" + level, rules.getStorage(), level);
            notBelow("/health/" + level, rules.getHealth(), level);
            notBelow("/energyCapacity/" + level, rules.getEnergyCapacity(), level);
        }
        upTo("/killUpgradeShare", rules.getKillUpgradeShare(), PER_THOUSAND);
        atLeastOne("/stationEnergyFactor", rules.getStationEnergyFactor());
        atLeastOne("/tradingCreditsPerPoint", rules.getTradingCreditsPerPoint());
        atLeastOne("/queueMaximum", rules.getQueueMaximum());
        atMost("/queueMaximum", rules.getQueueMaximum(), QUEUE_MAXIMUM);
        atLeastOne("/robotsPerPlayerMaximum", rules.getRobotsPerPlayerMaximum());
        atMost("/robotsPerPlayerMaximum", rules.getRobotsPerPlayerMaximum(), ROBOTS_MAXIMUM);
        if (rules.getInitialCredits() < rules.getRobotPrice()) {
            fault("/initialCredits", "buy no robot at a price of %d".formatted(rules.getRobotPrice()));
        }
    }

    private void inRange(String pointer, long value) {
        upTo(pointer, value, VALUE_MAXIMUM);
    }

    private void points(String pointer, int value) {
        upTo(pointer, value, POINTS_MAXIMUM);
    }

    private void upTo(String pointer, long value, long maximum) {
        if (value < 0 || value > maximum) {
            fault(pointer, "is %d and must be 0 to %d".formatted(value, maximum));
        }
    }

    private void length(String field, List<?> values, int expected) {
        if (values.size() != expected) {
            fault("/" + field, "has %d entries and must have %d".formatted(values.size(), expected));
        }
    }

    private void affordable(String pointer, int energy, int capacity) {
        if (energy > capacity) {
            fault(pointer, "is more than the %d that a new robot can hold".formatted(capacity));
        }
    }

    private void atLeastOne(String pointer, int value) {
        if (value < 1) {
            fault(pointer, "must be at least 1");
        }
    }

    private void notBelow(String pointer, List<Integer> values, int level) {
        if (values.get(level) < values.get(level - 1)) {
            fault(pointer, "is less than the %d of the level before".formatted(values.get(level - 1)));
        }
    }

    private void atMost(String pointer, int value, int maximum) {
        if (value > maximum) {
            fault(pointer, "is %d; %d is the most".formatted(value, maximum));
        }
    }

    private void fault(String pointer, String problem) {
        faults.add(new Detail(pointer, problem));
    }
}
