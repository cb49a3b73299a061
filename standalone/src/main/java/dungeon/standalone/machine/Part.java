package dungeon.standalone.machine;

/** The parts of the system; each needs some of those before it, so they stop in the reverse order. */
enum Part {
    BROKER,
    REGISTRY,
    TOPOLOGY_METRICS,
    TOPOLOGY,
    QUERIES,
    INGEST,
    STATE_TOPICS,
    ANALYTICS,
    OBSERVATION,
    BOTS,
    PRACTICE_BOTS
}
