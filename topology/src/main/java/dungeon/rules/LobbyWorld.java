package dungeon.rules;

import dungeon.schemas.state.LobbyProgress;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;

/** The state of one subject of the lobby: a player's name or a map type. Reading what is not there gives null. */
public interface LobbyWorld {
    /** {@code player:<name in lower case>} or {@code map-type:<id>}. */
    String subject();

    LobbyProgress progress();

    Player player();

    StoredMapType mapType();

    /** When a command of this sender was last handled, in ms since 1970, or null if that is not remembered. */
    Long handledAtMs(HandledCommand command, long nowMs);

    void put(LobbyProgress progress);

    void put(Player player);

    void put(StoredMapType mapType);

    /** Remembers that a command was handled, for at least {@link HandledCommand#REMEMBERED_MS}. */
    void remember(HandledCommand command, long nowMs);
}
