package dungeon.verification.fuzz.outcomes;

/** Where a record is on its topic. */
public record Source(String topic, int partition, long offset) {}
