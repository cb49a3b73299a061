package dungeon.platform.process;

import dungeon.platform.envelope.Ids;
import org.slf4j.MDC;

/** What an entry in the log is about, whoever writes it. What a thread that fails was doing stays, so that the entry about its end has it. */
public final class LogContext {
    /** The game, if it is known. */
    public static final String GAME_ID = "gameId";

    /** A player, a map type or whatever else is no game. */
    public static final String AGGREGATE_ID = "aggregateId";

    /** The command, if it is known. */
    public static final String COMMAND_ID = "commandId";

    /** The trace, if it is kept. */
    public static final String TRACE_ID = "traceId";

    /** Between what an aggregate is and which it is; games have their id alone. */
    private static final char KIND_END = ':';

    private LogContext() {}

    /** What this thread does from now on is about an aggregate. */
    public static void about(String aggregateId) {
        MDC.put(aggregateId.indexOf(KIND_END) < 0 ? GAME_ID : AGGREGATE_ID, aggregateId);
    }

    /** What this thread does from now on is about a command to an aggregate. An id that is no UUID may be any text of a stranger, and is left out. */
    public static void about(String aggregateId, String commandId) {
        about(aggregateId);
        if (Ids.isCanonical(commandId)) {
            MDC.put(COMMAND_ID, commandId);
        }
    }

    /** What this thread does from now on belongs to a trace; empty for none. */
    public static void tracedAs(String traceId) {
        if (traceId.isEmpty()) {
            MDC.remove(TRACE_ID);
        } else {
            MDC.put(TRACE_ID, traceId);
        }
    }

    /** That is done. */
    public static void clear() {
        MDC.remove(GAME_ID);
        MDC.remove(AGGREGATE_ID);
        MDC.remove(COMMAND_ID);
        MDC.remove(TRACE_ID);
    }
}
