package dungeon.standalone.maps;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.json.JsonFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is left of a faulty map type in JSON when its faulty entries are dropped; knows where the others were before. */
final class MapRemainder {
    /** Without these, there is no grid to draw. */
    private static final Set<String> INDISPENSABLE = Set.of("width", "height", "defaultGravity");

    private final ObjectNode json;
    /** For each list the former places of the entries that are left. */
    private final Map<String, List<Integer>> formerPlaces = new HashMap<>();

    MapRemainder(ObjectNode json) {
        this.json = json.deepCopy();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (field.getValue().isArray()) {
                formerPlaces.put(
                        field.getKey(),
                        IntStream.range(0, field.getValue().size()).boxed().collect(Collectors.toList()));
            }
        }
    }

    ObjectNode json() {
        return json;
    }

    /** The fault with the pointer that it has in the whole map type. */
    JsonFault inWhole(JsonFault fault) {
        JsonPointer pointer = JsonPointer.compile(fault.pointer());
        JsonPointer inner = pointer.tail();
        List<Integer> places = formerPlaces.get(pointer.getMatchingProperty());
        if (places == null || inner == null || !inner.mayMatchElement()) {
            return fault;
        }
        String former = "/%s/%d".formatted(pointer.getMatchingProperty(), places.get(inner.getMatchingIndex()));
        return new JsonFault(former + inner.tail(), fault.problem());
    }

    /**
     * Drops whatever has a fault.
     *
     * @return whether something to draw may be left
     */
    boolean drop(List<JsonFault> faults) {
        Map<String, Set<Integer>> entries = new HashMap<>();
        for (JsonFault fault : faults) {
            JsonPointer pointer = JsonPointer.compile(fault.pointer());
            String field = pointer.getMatchingProperty();
            if (field == null || INDISPENSABLE.contains(field)) {
                return false;
            }
            JsonPointer inner = pointer.tail();
            if (json.get(field) instanceof ArrayNode && inner.mayMatchElement()) {
                entries.computeIfAbsent(field, list -> new HashSet<>()).add(inner.getMatchingIndex());
            } else if (field.equals("name")) {
                json.put(field, "nameless");
            } else {
                json.remove(field);
            }
        }
        entries.forEach(this::dropEntries);
        return true;
    }

    private void dropEntries(String list, Set<Integer> indices) {
        List<Integer> places = formerPlaces.get(list);
        List<Integer> fromTheEnd = new ArrayList<>(indices);
        fromTheEnd.sort(Comparator.reverseOrder());
        for (int index : fromTheEnd) {
            if (json.get(list) instanceof ArrayNode entries) {
                entries.remove(index);
                places.remove(index);
            }
        }
    }
}
