package dungeon.platform.core;

import dungeon.platform.envelope.Ids;

/**
 * What is remembered of a command, so that a repetition has no second effect. Ids are remembered by sender, so that nobody
 * can use up the ids of somebody else.
 *
 * @param sender who sent it: {@link Principal#sender()}
 * @param commandId the id that the sender gave it
 */
public record IdempotencyKey(String sender, String commandId) {
    /**
     * How long an id is remembered, in game time. A command is refused when it was issued more than 2 minutes ago or more
     * than 1 minute ahead, so a faithful repetition that comes after this time is refused as NOT_TIMELY.
     */
    public static final long REMEMBERED_MS = 5 * 60_000L;

    /** Whether the id is one that can be remembered; a command whose id is none is refused each time that it comes. */
    public boolean isMemorable() {
        return Ids.isCanonical(commandId);
    }
}
