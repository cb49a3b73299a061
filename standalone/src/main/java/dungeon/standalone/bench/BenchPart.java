package dungeon.standalone.bench;

/** What can be measured on its own. */
public enum BenchPart {
    /** Commands per second against the pass-through. */
    THROUGHPUT,
    /** From send to committed event. */
    LATENCY,
    /** Bytes of a MoveRobot on every topic. */
    BYTES,
    /** The start with the state of a million commands, and memory. */
    RESTORE,
    /** Queries and ingest over HTTP. */
    HTTP,
    /** The hot pieces on their own, by JMH. */
    MICRO
}
