package dungeon.robots.decide;

import dungeon.robots.evolve.RobotsEvolution;

/** Breaks a boundary on purpose, for ArchitectureTest: a rule changes state by itself. */
public final class FoldsByItself {
    private FoldsByItself() {}

    static Object it() {
        return RobotsEvolution.EVOLVER;
    }
}
