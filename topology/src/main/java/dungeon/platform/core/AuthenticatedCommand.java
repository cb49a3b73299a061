package dungeon.platform.core;

/**
 * A command that arrived in order, and what is known of its arrival.
 *
 * @param <C> the type of the command
 */
public record AuthenticatedCommand<C>(C command, CommandMetadata metadata) {}
