package dungeon.queries.events;

import io.opentelemetry.api.trace.SpanContext;

/** An event of a game: as bytes of the log, until somebody wants to send it. */
public final class FeedEvent {
    /** What the objects around the bytes take, roughly. */
    private static final int OVERHEAD_BYTES = 100;

    private final long sequence;
    private final long offset;
    private final boolean last;
    private byte[] avro;
    private EventFrame frame;
    /** The trace that goes on with whoever is handed it first; null for none. */
    private SpanContext trace;

    FeedEvent(long sequence, long offset, boolean last, byte[] avro) {
        this.sequence = sequence;
        this.offset = offset;
        this.last = last;
        this.avro = avro;
    }

    /** The event belongs to a trace. */
    synchronized void belongsTo(SpanContext ofRecord) {
        trace = ofRecord;
    }

    /** The trace, for the first who asks; null for all others. */
    synchronized SpanContext takeTrace() {
        SpanContext taken = trace;
        trace = null;
        return taken;
    }

    /** Its number in the game. */
    public long sequence() {
        return sequence;
    }

    /** Where it is in its partition. */
    long offset() {
        return offset;
    }

    /** Whether no other one follows in this game, ever. */
    boolean isLast() {
        return last;
    }

    /** As clients get it. Whoever keeps the event has called {@link #encode} before. */
    public synchronized EventFrame frame() {
        return frame;
    }

    /** Makes the form that clients get, if that was not done before. */
    synchronized EventFrame encode(EventDecoder<?> decoder) {
        if (frame == null) {
            frame = decoder.frame(sequence, avro);
            avro = null;
        }
        return frame;
    }

    /** How much memory it takes now. */
    synchronized int bytes() {
        return OVERHEAD_BYTES + (frame == null ? avro.length : frame.bytes());
    }
}
