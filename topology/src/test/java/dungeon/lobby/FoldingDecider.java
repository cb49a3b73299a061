package dungeon.lobby;

/** Breaks a boundary on purpose, for ArchitectureTest: a rule changes state by itself. */
public final class FoldingDecider {
    private FoldingDecider() {}

    static Object it() {
        return LobbyEvolution.EVOLVER;
    }
}
