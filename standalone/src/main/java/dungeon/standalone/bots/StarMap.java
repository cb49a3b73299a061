package dungeon.standalone.bots;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Where a robot can go, and how long each step takes. Tiles that are not in it are voids, black holes or beyond the edge.
 */
final class StarMap {
    private final Map<Place, Long> travelMsByPlace = new HashMap<>();

    /**
     * Adds a star system that is safe to enter.
     *
     * @param travelMs how long a robot needs for entering it, again and again
     */
    void add(Place place, long travelMs) {
        travelMsByPlace.put(place, travelMs);
    }

    /** Takes out a star system that turned out to be none. */
    void remove(Place place) {
        travelMsByPlace.remove(place);
    }

    /** How long entering a tile takes in ms; nothing if no robot should enter it. */
    OptionalLong travelMs(Place place) {
        Long travelMs = travelMsByPlace.get(place);
        return travelMs == null ? OptionalLong.empty() : OptionalLong.of(travelMs);
    }

    int size() {
        return travelMsByPlace.size();
    }
}
