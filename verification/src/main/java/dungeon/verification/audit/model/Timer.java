package dungeon.verification.audit.model;

/**
 * Something that has to happen at a time.
 *
 * @param dueMs when
 * @param order its number among all that were ever set; at the same time the one that was set first comes first
 * @param kind what kind of thing
 * @param subject whom it is about: a robot, a mining process, a discovery; null for the game itself
 */
public record Timer(long dueMs, long order, Kind kind, Object subject) implements Comparable<Timer> {
    public enum Kind {
        EXPIRY,
        TIME_UP,
        PURGE,
        ACTION,
        MINING,
        DISCOVERY
    }

    @Override
    public int compareTo(Timer other) {
        int byTime = Long.compare(dueMs, other.dueMs);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }

    @Override
    public String toString() {
        String whose = switch (kind) {
            case ACTION -> " of robot " + ((Robot) subject).id;
            case MINING -> " of robot " + ((MiningProcess) subject).robot().id;
            default -> "";
        };
        return kind + whose + " due at " + dueMs;
    }
}
