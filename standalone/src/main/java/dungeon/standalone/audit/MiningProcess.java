package dungeon.standalone.audit;

/** A running mining process, and the command that it comes from. */
record MiningProcess(Robot robot, Mine mine, String commandId, String playerId) {}
