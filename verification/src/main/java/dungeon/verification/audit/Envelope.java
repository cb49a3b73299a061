package dungeon.verification.audit;

import dungeon.schemas.Event;
import dungeon.schemas.PlayerEliminated;
import dungeon.verification.audit.finding.Check;
import java.util.Objects;

/** Sequence, time, and which events belong to one decision. */
final class Envelope {
    private long sequence;
    private long timeMs = Long.MIN_VALUE;
    private int remaining;
    private String commandId;
    private String playerId;

    /** True if the event begins a decision; false if it goes on with the one before. */
    boolean accept(Event event) {
        Check.same("sequence", sequence + 1, event.getSequence());
        sequence = event.getSequence();
        long time = event.getTime().toEpochMilli();
        boolean begins = remaining == 0;
        if (begins) {
            Check.holds("time", time >= timeMs, "no earlier than " + timeMs, time);
            Check.holds("remaining", event.getRemaining() >= 0, "0 or more", event.getRemaining());
            commandId = event.getCommandId();
            playerId = event.getPlayerId();
        } else {
            Check.same("remaining", remaining - 1L, event.getRemaining());
            Check.same("time of the decision", timeMs, time);
            Check.same("commandId of the decision", commandId, event.getCommandId());
            if (!(event.getPayload() instanceof PlayerEliminated)) {
                Check.same("playerId of the decision", playerId, event.getPlayerId());
            }
        }
        timeMs = time;
        remaining = event.getRemaining();
        return begins;
    }

    /** Whether the last event said that more of its decision follow. */
    boolean isOpen() {
        return remaining > 0;
    }

    long timeMs() {
        return timeMs;
    }

    long sequence() {
        return sequence;
    }

    @Override
    public String toString() {
        return "sequence %d, time %d, command %s".formatted(sequence, timeMs, Objects.toString(commandId));
    }
}
