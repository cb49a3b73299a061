package dungeon.robots.decide;

import dungeon.schemas.Resource;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.Rules;
import dungeon.schemas.state.Robot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What robots carry: lists with one entry for each resource, from common to rare. */
final class Cargo {
    /**
     * A destroyed robot's cargo, shared out.
     *
     * @param looted what its destroyer takes
     * @param evaporated what is lost
     */
    record Loot(List<ResourceUnits> looted, List<ResourceUnits> evaporated) {}

    private Cargo() {}

    /** How many units of a resource a robot can take. */
    static int roomFor(Rules rules, Robot robot, Resource resource) {
        return canHold(rules, robot, resource) ? Math.max(0, room(rules, robot)) : 0;
    }

    /** The place of a resource in the arrays of the rules. */
    static int index(Resource resource) {
        return switch (resource) {
            case BIO_MATTER -> 0;
            case CRYO_GAS -> 1;
            case DARK_MATTER -> 2;
            case ION_DUST -> 3;
            case PLASMA_CORE -> 4;
            case UNKNOWN -> throw new IllegalStateException("A map without faults has no unknown resource");
        };
    }

    static List<ResourceUnits> plus(List<ResourceUnits> cargo, Resource resource, int units) {
        return units == 0 ? cargo : plus(cargo, List.of(new ResourceUnits(resource, units)));
    }

    static List<ResourceUnits> plus(List<ResourceUnits> cargo, List<ResourceUnits> more) {
        Map<Resource, Integer> units = new EnumMap<>(Resource.class);
        cargo.forEach(lot -> units.merge(lot.getResource(), lot.getUnits(), Integer::sum));
        more.forEach(lot -> units.merge(lot.getResource(), lot.getUnits(), Integer::sum));
        List<ResourceUnits> sum = new ArrayList<>(units.size());
        units.forEach((resource, count) -> sum.add(new ResourceUnits(resource, count)));
        return sum;
    }

    /** Shares out a destroyed robot's cargo: the destroyer takes what it can hold, the most valuable first. */
    static Loot loot(Rules rules, Robot destroyer, List<ResourceUnits> cargo) {
        Comparator<ResourceUnits> byValue =
                Comparator.comparingInt(lot -> rules.getResourcePrice().get(index(lot.getResource())));
        List<ResourceUnits> mostValuableFirst = cargo.stream()
                .sorted(byValue.thenComparing(ResourceUnits::getResource).reversed())
                .toList();
        int room = Math.max(0, room(rules, destroyer));
        List<ResourceUnits> looted = new ArrayList<>();
        List<ResourceUnits> evaporated = new ArrayList<>();
        for (ResourceUnits lot : mostValuableFirst) {
            int taken = canHold(rules, destroyer, lot.getResource()) ? Math.min(room, lot.getUnits()) : 0;
            room -= taken;
            if (taken > 0) {
                looted.add(new ResourceUnits(lot.getResource(), taken));
            }
            if (taken < lot.getUnits()) {
                evaporated.add(new ResourceUnits(lot.getResource(), lot.getUnits() - taken));
            }
        }
        return new Loot(plus(List.of(), looted), plus(List.of(), evaporated));
    }

    private static boolean canHold(Rules rules, Robot robot, Resource resource) {
        return index(resource)
                <= index(rules.getMiningResource().get(robot.getLevels().getMining()));
    }

    private static int room(Rules rules, Robot robot) {
        int held = 0;
        for (ResourceUnits lot : robot.getCargo()) {
            held += lot.getUnits();
        }
        return rules.getStorage().get(robot.getLevels().getStorage()) - held;
    }
}
