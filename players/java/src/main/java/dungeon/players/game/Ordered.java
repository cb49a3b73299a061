package dungeon.players.game;

/**
 * What became of an order: it is under way, or it was refused here, before it was sent, because the game would refuse it too.
 *
 * @param commandId UUID of the command; its events name it. Null if it was refused
 * @param refusal a sentence that says why; null if it is under way
 */
public record Ordered(String commandId, String refusal) {
    static Ordered underWay(String commandId) {
        return new Ordered(commandId, null);
    }

    static Ordered refused(String refusal) {
        return new Ordered(null, refusal);
    }

    /** Whether it is sent. */
    public boolean isUnderWay() {
        return refusal == null;
    }
}
