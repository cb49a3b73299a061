package dungeon.platform.envelope;

import java.time.Instant;

/**
 * What an event is, but for what happened.
 *
 * @param aggregateId whose event it is
 * @param sequence 1, 2, 3, ... for each aggregate without a gap; 0 for a rejection that leaves no trace
 * @param time game time
 * @param timeMs the same in ms since 1970
 * @param commandId the command that led to it; null if none did
 * @param playerId whose command it was, or whom the event concerns; null for nobody or an administrator
 */
public record EventMetadata(
        String aggregateId, long sequence, Instant time, long timeMs, String commandId, String playerId) {

    public EventMetadata(String aggregateId, long sequence, Instant time, String commandId, String playerId) {
        this(aggregateId, sequence, time, time.toEpochMilli(), commandId, playerId);
    }
}
