package dungeon.lobby;

/** Breaks a boundary on purpose, for ArchitectureTest: what events do depends on a rule. */
public final class AskingEvolution {
    private AskingEvolution() {}

    static Object it() {
        return new LobbyAdmission();
    }
}
