package dungeon.topology.admission;

import dungeon.rules.Arrival;

/**
 * A command that arrived in order, and what is known of its arrival.
 *
 * @param command the command
 * @param arrival who sent it, when and how long it is
 * @param <C> its type
 */
public record Received<C>(C command, Arrival arrival) {}
