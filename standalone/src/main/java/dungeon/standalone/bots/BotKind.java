package dungeon.standalone.bots;

/** The temper of a bot. */
public enum BotKind {
    /** Plays over HTTP, and thinks about each step of a few robots. */
    EXPLORER,
    /** Plays straight on Kafka, and sends many robots out with chains of moves. */
    SWARM
}
