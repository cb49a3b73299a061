package dungeon.robots;

import dungeon.schemas.RejectionCode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** With which codes commands to games are refused; the lobby shares the enumeration, and has codes of its own. */
public final class GameCodes {
    /** All of them, for those who hold what happened against what can. */
    public static final Set<RejectionCode> ALL = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(
            RejectionCode.UNKNOWN,
            RejectionCode.NAME_TAKEN,
            RejectionCode.MAP_TYPE_EXISTS,
            RejectionCode.UNKNOWN_PLAYER,
            RejectionCode.UNKNOWN_MAP_TYPE,
            RejectionCode.PRACTICE_GAME_RUNNING,
            RejectionCode.LIMIT_REACHED,
            RejectionCode.ALREADY_SEARCHING,
            RejectionCode.NOT_SEARCHING)));

    private GameCodes() {}
}
