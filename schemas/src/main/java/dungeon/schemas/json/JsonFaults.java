package dungeon.schemas.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is wrong with a document: the first faults, and how many there are, since a list of 400,000 tiles can have as many. */
public final class JsonFaults {
    /** How many faults are named; whoever mends a hundred asks again. */
    public static final int NAMED_MAXIMUM = 100;

    private final List<JsonFault> named = new ArrayList<>();
    private int count;

    /** Adds one. */
    public void add(String pointer, String problem) {
        count++;
        if (named.size() < NAMED_MAXIMUM) {
            named.add(new JsonFault(pointer, problem));
        }
    }

    /**
     * Adds those of a part of the document.
     *
     * @param pointer where the part is; empty for the whole
     */
    public void addAll(String pointer, JsonFaultsException part) {
        addAll(pointer, part, fault -> true);
    }

    /** As above, without those that need not be said. */
    public void addAll(String pointer, JsonFaultsException part, Predicate<JsonFault> said) {
        part.faults().stream().filter(said).forEach(fault -> add(pointer + fault.pointer(), fault.problem()));
        count += part.count() - part.faults().size();
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** The first ones, in the order in which they were added. */
    public List<JsonFault> named() {
        return List.copyOf(named);
    }

    /** How many there are in all. */
    public int count() {
        return count;
    }
}
