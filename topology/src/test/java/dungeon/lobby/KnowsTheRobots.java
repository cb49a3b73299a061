package dungeon.lobby;

import dungeon.robots.state.RobotsTables;

/** Breaks a boundary on purpose, for ArchitectureTest: a context knows another one. */
public final class KnowsTheRobots {
    private KnowsTheRobots() {}

    static Object it() {
        return RobotsTables.ALL;
    }
}
