package dungeon.identity;

import dungeon.lobby.LobbyTables;

/** Breaks a boundary on purpose, for ArchitectureTest: who somebody is depends on the lobby. */
public final class KnowsTheLobby {
    private KnowsTheLobby() {}

    static Object it() {
        return LobbyTables.ALL;
    }
}
