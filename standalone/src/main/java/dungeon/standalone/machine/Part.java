package dungeon.standalone.machine;

/** The parts of the system; each needs some of those before it, so they stop in the reverse order. */
enum Part {
    OBSERVATION,
    BROKER,
    REGISTRY,
    TOPOLOGY,
    QUERIES,
    INGEST,
    STATE_TOPICS,
    ANALYTICS,
    BOTS,
    PRACTICE_BOTS,
    ROOM_BOTS
}
