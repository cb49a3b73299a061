package dungeon.platform.core.timers;

import dungeon.platform.core.state.Tables;

/** Breaks a boundary on purpose, for ArchitectureTest: timers know state, which knows timers. */
public final class KnowsState {
    private KnowsState() {}

    static Object it() {
        return Tables.of("wrong");
    }
}
