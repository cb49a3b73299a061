package dungeon.platform.core;

import dungeon.platform.envelope.Ids;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the fields of one command. */
public final class FormCheck {
    private List<Fault> faults = List.of();

    /** Notes a fault of a field unless a condition holds; returns the condition. */
    public boolean check(String field, boolean holds, String otherwise) {
        if (!holds) {
            faults = new ArrayList<>(faults);
            faults.add(new Fault(field, otherwise));
        }
        return holds;
    }

    /** Notes a fault unless the value is a UUID in its canonical form. */
    public boolean id(String field, String value) {
        return check(field, Ids.isCanonical(value), "must be a UUID in lower case");
    }

    /** Notes a fault unless the value is between two others, or one of them. */
    public void between(String field, long value, long least, long most) {
        check(field, value >= least && value <= most, "must be %d to %d".formatted(least, most));
    }

    /** What is wrong, in the order in which it was noted; empty if nothing is. */
    public List<Fault> faults() {
        return faults;
    }
}
