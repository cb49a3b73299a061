package dungeon.lobby;

import dungeon.schemas.Detail;
import dungeon.schemas.MapType;
import java.util.List;

/** Says what is wrong with a map type; the lobby stores map types and does not know the game that is played on them. */
public interface MapTypeCheck {
    /** The faults, each with its JSON pointer; empty if there are none. */
    List<Detail> faultsOf(MapType map);
}
