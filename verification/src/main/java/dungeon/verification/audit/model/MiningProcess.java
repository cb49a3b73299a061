package dungeon.verification.audit.model;

/** A running mining process, and the command that it comes from. */
public record MiningProcess(Robot robot, Mine mine, String commandId, String playerId) {}
