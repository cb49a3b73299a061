package dungeon.standalone.processes;

/** What a process is. */
public enum Role {
    BROKER,
    TOPOLOGY,
    QUERIES,
    INGEST,
    /** The benchmark's ceiling. */
    PASS_THROUGH
}
