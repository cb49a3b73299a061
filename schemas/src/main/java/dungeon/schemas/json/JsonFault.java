package dungeon.schemas.json;

/**
 * Something in a JSON document that cannot be understood.
 *
 * @param pointer the JSON pointer of the place
 * @param problem what is wrong there
 */
public record JsonFault(String pointer, String problem) {}
