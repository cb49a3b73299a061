package dungeon.platform.core;

/**
 * What is wrong with a part of a command.
 *
 * @param field where; the name of a field, a JSON pointer, or the name of a value
 * @param problem what, or the value
 */
public record Fault(String field, String problem) {}
