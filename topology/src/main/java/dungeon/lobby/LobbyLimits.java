package dungeon.lobby;

import dungeon.schemas.topics.FieldBounds;
import java.time.Duration;

/** How much players can make, one by one and all together. What is counted in all is counted in each partition of the lobby. */
final class LobbyLimits {
    /** Enough for a tournament of one's own; each can be removed for another one. */
    static final int MAP_TYPES_PER_PLAYER = 10;

    /** Twelve partitions come to 12,000 map types, of each of which the ingest keeps some hundred bytes. */
    static final int MAP_TYPES_PER_PARTITION = 1_000;

    /** Layers, parts of areas and tiles that are listed: the largest shipped map has some 60; so many are about 50 kB. */
    static final int MAP_TYPE_PARTS_MAXIMUM = 5_000;

    /** A map type that its owner has not used for so long is not missed. */
    static final Duration MAP_TYPE_UNUSED = Duration.ofDays(30);

    /** Twelve partitions come to 12,000 players, whose ids each instance of the ingest keeps in mind, some 100 bytes each. */
    static final int RENAMED_PER_PARTITION = 1_000;

    /**
     * Fifty by fifty, twice the largest shipped map. All tiles of a new map are written between two commits, in which nobody else
     * plays; each takes some 250 bytes of the topology's memory.
     */
    static final int PRACTICE_MAP_TILES_MAXIMUM = 2_500;

    /** Two of the largest maps, or sixty games on the example within the time after which their tiles are free again. */
    static final int PRACTICE_TILES_PER_PLAYER = 5_000;

    /** Twelve partitions come to 360,000 tiles, some 90 MB. */
    static final int PRACTICE_TILES_PER_PARTITION = 30_000;

    /** A game every 18 s at the long end. */
    static final int PRACTICE_GAMES_HELD = 20;

    /** A practice game leaves the topology 5 minutes after its end, and its records within half a minute. */
    static final Duration PRACTICE_RELEASED = Duration.ofMinutes(6);

    /**
     * What a map of a practice game can hold, if shares count for the whole map; the largest shipped one has 126. A map of which
     * chance makes nothing is drawn a hundred times, and each thing on it takes some microseconds each time.
     */
    static final int PRACTICE_CONTENTS_MAXIMUM = 400;

    /** Games that could not be made, within the time after which their room is free again; each took a tenth of a second. */
    static final int UNPLAYABLE_GAMES_HELD = 3;

    /** Of each player so many maps are remembered of which no game could be made. */
    static final int UNPLAYABLE_MAPS_KEPT = 10;

    static final int PRACTICE_BOTS_MAXIMUM = 9;

    /** The shortest game that the rules of the robots allow. */
    static final Duration PRACTICE_DURATION_MINIMUM = Duration.ofSeconds(10);

    static final Duration PRACTICE_DURATION_MAXIMUM = Duration.ofHours(1);

    /** A relay takes some ms; after an outage of its own, the player asks again. */
    static final Duration PRACTICE_GIVEN_UP = Duration.ofMinutes(1);

    /** Added to a game's longest life: until then its end is reported, unless the report was lost with the log. */
    static final Duration PRACTICE_REPORT_MARGIN = Duration.ofHours(1);

    /** Whoever opens a match is about to play it; in matches of others one can play as many as one likes. */
    static final int MATCHES_PER_PLAYER = 1;

    /** Twelve partitions come to 600, as many as a list of open games can well show, and fewer than bots look for. */
    static final int MATCHES_PER_PARTITION = 50;

    /** No match is granted where practice games and matches take so much room: the other half is left for practice. */
    static final int MATCH_TILES_PER_PARTITION = PRACTICE_TILES_PER_PARTITION / 2;

    /** The longest time of waiting, and the longest duration. */
    static final Duration MATCH_LIFE_MAXIMUM =
            Duration.ofMillis(FieldBounds.WAIT_MS.maximum() + FieldBounds.MATCH_DURATION_MS.maximum());

    /** When it is worth asking again for a match: one of those that nobody joined is over by then. */
    static final Duration MATCH_AGAIN = Duration.ofMinutes(1);

    /** Nobody plays in more of them at once; one that nobody joins is closed after ten minutes. */
    static final int ROOMS_PER_PLAYER = 5;

    /** Twelve partitions come to 60,000 open rooms, of some 600 bytes each. */
    static final int ROOMS_PER_PARTITION = 5_000;

    /** A hundred rounds of two hours each, and what is between them: until then the end of a room is reported. */
    static final Duration ROOM_MAXIMUM = Duration.ofDays(9);

    /** A relay takes some ms, and the game opens a room within half of this time or not at all, unless it was away itself. */
    static final Duration ROOM_GIVEN_UP = Duration.ofMinutes(1);

    /** Shorter than commands are remembered, so that a report that a relay repeats after an outage is not taken for a new one. */
    static final Duration ROOM_FRESH = Duration.ofMinutes(4);

    /** A room whose opening was reported so late may be closed already, which would not be told again; most are over by then. */
    static final Duration LATE_ROOM_MAXIMUM = Duration.ofHours(3);

    /** A room that two were matched for is asked for so often, a minute apart: an outage of the game is over by then, or both look again. */
    static final int MATCH_ATTEMPTS_MAXIMUM = 10;

    /** The opponent of whoever asks for the room waits until that has given up, and some minutes more. */
    static final Duration ASSIGNED_ROOM_GIVEN_UP = Duration.ofMinutes(15);

    /** A page that waits renews its search every ten seconds; who is not heard of three times is gone, and would keep an opponent waiting. */
    static final Duration SEARCH_RENEWED_WITHIN = Duration.ofSeconds(30);

    /** Shorter than commands are remembered, so that a search that a relay tells of again after an outage is not taken for a new one. */
    static final Duration POOL_ENTERED_WITHIN = Duration.ofMinutes(4);

    /** Nobody looks for an opponent for longer, and a program that renews for ever does not hold the place in the pool. */
    static final Duration SEARCH_MAXIMUM = Duration.ofMinutes(30);

    /** The pool ends a search before, and tells; some minutes for telling. */
    static final Duration SEARCH_GIVEN_UP = SEARCH_MAXIMUM.plusMinutes(10);

    /** When it is worth asking again for a room: the first of those that nobody joins is closed by then. */
    static final Duration ROOM_AGAIN = Duration.ofMinutes(10);

    /** Guests who never played, in each partition; 60,000 in all. */
    static final int GUESTS_PER_PARTITION = 5_000;

    /** Whoever has not played a day after registering as a guest does not come back. */
    static final Duration GUEST_UNUSED = Duration.ofDays(1);

    /** How far a guest's name can be from the time of its registration; as far as a command may be late or early. */
    static final Duration GUEST_NAME_LATE = Duration.ofMinutes(2);

    static final Duration GUEST_NAME_EARLY = Duration.ofMinutes(1);

    private LobbyLimits() {}
}
