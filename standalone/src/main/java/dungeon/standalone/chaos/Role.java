package dungeon.standalone.chaos;

/** What a process of the cluster is; with the memory that it needs for a handful of games. */
enum Role {
    BROKER(320),
    TOPOLOGY(224),
    QUERIES(224),
    INGEST(160);

    private final int heapMegabytes;

    Role(int heapMegabytes) {
        this.heapMegabytes = heapMegabytes;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }
}
