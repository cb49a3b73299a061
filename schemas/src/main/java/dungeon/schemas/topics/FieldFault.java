package dungeon.schemas.topics;

/**
 * What is wrong with a field of a command.
 *
 * @param field its name
 * @param problem what it must be
 */
public record FieldFault(String field, String problem) {}
