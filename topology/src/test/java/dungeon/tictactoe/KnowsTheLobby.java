package dungeon.tictactoe;

import dungeon.lobby.LobbyTables;

/** Breaks a boundary on purpose, for ArchitectureTest: a context knows another one. */
public final class KnowsTheLobby {
    private KnowsTheLobby() {}

    static Object it() {
        return LobbyTables.ALL;
    }
}
