package dungeon.lobby;

import dungeon.platform.core.timers.TimerId;

/** What the lobby waits for. The kinds are fixed for life. */
final class LobbyTimers {
    /** A guest who has not played is to be forgotten. */
    static final int GUEST_KIND = 1;

    static final TimerId GUEST = TimerId.of(GUEST_KIND);

    /** A practice game is to be given up, or taken to be over. */
    static final int PRACTICE_GAME = 2;

    /** A map type was not used for long. */
    static final int MAP_TYPE = 3;

    /** The room that a practice game took is free again. */
    static final int RELEASE = 4;

    /** A room is to be given up, or taken to be over. */
    static final int ROOM = 5;

    /** Nothing was heard of a search for long. */
    static final int SEARCH = 6;

    /** Whoever waits for an opponent has not said for long that they still do. */
    static final int WAITING = 7;

    /** No person came in time, and a bot is to play. */
    static final int BOT = 8;

    private LobbyTimers() {}

    static TimerId practiceGame(String gameId) {
        return new TimerId(PRACTICE_GAME, gameId);
    }

    static TimerId mapType(String mapTypeId) {
        return new TimerId(MAP_TYPE, mapTypeId);
    }

    static TimerId release(String gameId) {
        return new TimerId(RELEASE, gameId);
    }

    static TimerId room(String roomId) {
        return new TimerId(ROOM, roomId);
    }

    static TimerId search(String searchId) {
        return new TimerId(SEARCH, searchId);
    }

    static TimerId waiting(String searchId) {
        return new TimerId(WAITING, searchId);
    }

    static TimerId bot(String searchId) {
        return new TimerId(BOT, searchId);
    }
}
