package dungeon.verification.fuzz.outcomes;

import dungeon.verification.checks.LogChecks;

/** The events of one command. */
final class Told {
    private static final String REJECTED = "CommandRejected";

    private final String aggregateId;
    private final boolean isGame;
    private String types = "";
    private String code = "";
    private int events;
    private int rejections;

    Told(String aggregateId, boolean isGame) {
        this.aggregateId = aggregateId;
        this.isGame = isGame;
    }

    /** @param rejection its code; null for other events */
    synchronized void add(String type, String rejection) {
        // The same few texts for nearly all commands, so that a hundred thousand of them take no room.
        types = (types.isEmpty() ? type : types + " " + type).intern();
        events++;
        if (rejection != null) {
            rejections++;
            code = rejection;
        }
    }

    String aggregateId() {
        return aggregateId;
    }

    synchronized String types() {
        return types;
    }

    /** The code of the rejection; empty if there is none. */
    synchronized String code() {
        return code;
    }

    /**
     * Whether this is what comes of as many commands.
     *
     * @param commands with this id; more than one if it is no id that is remembered
     */
    synchronized boolean isOutcomeOf(int commands) {
        if (rejections > 0) {
            return rejections == commands && events == rejections;
        }
        return commands == 1 && (isGame ? LogChecks.isOneOutcome(types) : events > 0 && !types.contains(REJECTED));
    }
}
