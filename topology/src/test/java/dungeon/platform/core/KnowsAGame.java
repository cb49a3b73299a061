package dungeon.platform.core;

import dungeon.robots.RobotsContext;

/** Breaks a boundary on purpose, for ArchitectureTest: the platform knows a context. */
public final class KnowsAGame {
    private KnowsAGame() {}

    static Object it() {
        return RobotsContext.CONTEXT;
    }
}
