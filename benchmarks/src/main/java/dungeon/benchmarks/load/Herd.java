package dungeon.benchmarks.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Robots from which one can be drawn at random; adding, removing and drawing take the same time however many there are. */
final class Herd {
    private final List<String> robotIds = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    int size() {
        return robotIds.size();
    }

    void add(String robotId) {
        if (places.putIfAbsent(robotId, robotIds.size()) == null) {
            robotIds.add(robotId);
        }
    }

    void remove(String robotId) {
        Integer place = places.remove(robotId);
        if (place == null) {
            return;
        }
        String last = robotIds.remove(robotIds.size() - 1);
        if (!last.equals(robotId)) {
            robotIds.set(place, last);
            places.put(last, place);
        }
    }

    String any(SplittableRandom chance) {
        return robotIds.get(chance.nextInt(robotIds.size()));
    }
}
