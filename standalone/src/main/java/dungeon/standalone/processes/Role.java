package dungeon.standalone.processes;

/** What a process is. */
public enum Role {
    BROKER,
    TOPOLOGY,
    QUERIES,
    INGEST
}
