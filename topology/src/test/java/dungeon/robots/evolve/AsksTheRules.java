package dungeon.robots.evolve;

import dungeon.robots.decide.RobotsDecider;

/** Breaks a boundary on purpose, for ArchitectureTest: what events do depends on a rule. */
public final class AsksTheRules {
    private AsksTheRules() {}

    static Object it() {
        return new RobotsDecider();
    }
}
