package dungeon.verification.audit;

import dungeon.schemas.Event;
import dungeon.schemas.Tick;
import dungeon.verification.audit.finding.Broken;
import dungeon.verification.audit.finding.Check;
import java.util.ArrayDeque;
import java.util.Objects;

/**
 * The commands of a game in the order of the log, in which they get their outcomes. A tick gets none, and a repetition of
 * a command that was handled a short while ago gets none either.
 */
final class SentCommands {
    private final Outcomes outcomes;
    private final ArrayDeque<SentCommand> open = new ArrayDeque<>();
    private boolean areKnown;
    private long gameTimeMs = Long.MIN_VALUE;

    SentCommands(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    void add(SentCommand sent) {
        areKnown = true;
        open.add(sent);
    }

    boolean areKnown() {
        return areKnown;
    }

    /** The command whose outcome the event is: the next that has to have one. Null if commands are not known at all. */
    SentCommand take(Event event) {
        if (!areKnown) {
            return null;
        }
        while (!open.isEmpty()) {
            SentCommand next = open.remove();
            gameTimeMs = Math.max(gameTimeMs, next.appendTimeMs());
            if (isFrom(next, event)) {
                return next;
            }
            checkNeedsNone(next);
        }
        throw new Broken(
                "commandId", "that of a command that was sent and is to have an outcome now", event.getCommandId());
    }

    /** The highest stamp up to the command that was taken last. */
    long gameTimeMs() {
        return gameTimeMs;
    }

    /** A game's time begins with the command that creates it. */
    void beginTime(long appendTimeMs) {
        gameTimeMs = appendTimeMs;
    }

    /** No more events come: all that was sent must have had its outcome. */
    void checkNoneIsLeft() {
        while (!open.isEmpty()) {
            SentCommand next = open.remove();
            gameTimeMs = Math.max(gameTimeMs, next.appendTimeMs());
            checkNeedsNone(next);
        }
    }

    private void checkNeedsNone(SentCommand sent) {
        boolean needsNone = sent.command().getPayload() instanceof Tick
                || outcomes.isRemembered(playerOf(sent), sent.command().getCommandId(), gameTimeMs);
        Check.holds(
                "outcome of command " + sent.command().getCommandId(),
                needsNone,
                "one, before that of later commands",
                "none");
    }

    private static boolean isFrom(SentCommand sent, Event event) {
        return sent.command().getCommandId().equals(event.getCommandId())
                && Objects.equals(playerOf(sent), event.getPlayerId());
    }

    private static String playerOf(SentCommand sent) {
        return sent.sender().playerId();
    }
}
