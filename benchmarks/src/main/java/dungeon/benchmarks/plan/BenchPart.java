package dungeon.benchmarks.plan;

/** What can be measured on its own. */
public enum BenchPart {
    /** Commands per second against the pass-through. */
    THROUGHPUT,
    /** From send to committed event, cold and warm, against the pass-through. */
    LATENCY,
    /** Bytes of a MoveRobot on every topic. */
    BYTES,
    /** The first start of a fresh installation, and its topic partitions. */
    START,
    /** The start with the state of a million commands, and memory. */
    RESTORE,
    /** Queries and ingest over HTTP. */
    HTTP,
    /** A thousand who follow games, of one game and of many. */
    FEEDS,
    /** Five thousand rooms of tic-tac-toe at a time. */
    ROOMS,
    /** Players on Kafka, on a machine that lets in everybody and on one with {@code --secure}. */
    SECURITY,
    /** A young installation and an old one; takes an hour, so it comes only if it is named. */
    AGE,
    /** The hot pieces on their own, by JMH. */
    MICRO
}
