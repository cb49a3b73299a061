package dungeon.lobby;

import dungeon.app.Contexts;

/** Breaks a boundary on purpose, for ArchitectureTest: a context knows where it runs. */
public final class KnowsItsApplication {
    private KnowsItsApplication() {}

    static Object it() {
        return Contexts.ALL;
    }
}
