package dungeon.standalone.bots;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/** What a player has seen of a map, and the quickest way to what is left. */
final class Exploration {
    private record Reached(Place place, long travelMs, int order) {}

    private record Step(Place from, Course course) {}

    private final StarMap map;
    private final Set<Place> visited = new HashSet<>();
    private final Map<Place, String> robotsByTarget = new HashMap<>();

    Exploration(StarMap map) {
        this.map = map;
    }

    /** One of the player's robots has entered it; the ones that appear at a station have not entered it. */
    void visit(Place place) {
        visited.add(place);
        robotsByTarget.remove(place);
    }

    /** A robot is on its way there, so that the others look for something else. */
    void claim(Place place, String robotId) {
        if (!visited.contains(place)) {
            robotsByTarget.put(place, robotId);
        }
    }

    /** A robot has given up where it was going. */
    void release(String robotId) {
        robotsByTarget.values().removeIf(robotId::equals);
    }

    /**
     * The courses to the star system that can be reached soonest among those that nobody has visited or claimed; empty if
     * none is left.
     */
    List<Course> wayToNextStarSystem(Place start) {
        Map<Place, Step> steps = new HashMap<>();
        Map<Place, Long> travelMsByPlace = new HashMap<>(Map.of(start, 0L));
        // Dijkstra's algorithm; the order of discovery breaks ties, so that the answer is always the same.
        PriorityQueue<Reached> frontier = new PriorityQueue<>((a, b) ->
                a.travelMs != b.travelMs ? Long.compare(a.travelMs, b.travelMs) : Integer.compare(a.order, b.order));
        frontier.add(new Reached(start, 0, 0));
        while (!frontier.isEmpty()) {
            Reached reached = frontier.remove();
            if (reached.travelMs > travelMsByPlace.get(reached.place)) {
                continue;
            }
            // A robot cannot enter the star system in which it is.
            if (!reached.place.equals(start) && isWanted(reached.place)) {
                return way(start, reached.place, steps);
            }
            for (Course course : Course.values()) {
                Place next = reached.place.to(course);
                OptionalLong stepMs = map.travelMs(next);
                if (stepMs.isEmpty()) {
                    continue;
                }
                long travelMs = reached.travelMs + stepMs.getAsLong();
                if (travelMs < travelMsByPlace.getOrDefault(next, Long.MAX_VALUE)) {
                    travelMsByPlace.put(next, travelMs);
                    steps.put(next, new Step(reached.place, course));
                    frontier.add(new Reached(next, travelMs, steps.size()));
                }
            }
        }
        return List.of();
    }

    private boolean isWanted(Place place) {
        return map.travelMs(place).isPresent() && !visited.contains(place) && !robotsByTarget.containsKey(place);
    }

    private static List<Course> way(Place start, Place end, Map<Place, Step> steps) {
        List<Course> courses = new ArrayList<>();
        for (Place place = end; !place.equals(start); place = steps.get(place).from) {
            courses.add(steps.get(place).course);
        }
        Collections.reverse(courses);
        return courses;
    }
}
