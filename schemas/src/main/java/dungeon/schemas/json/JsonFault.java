package dungeon.schemas.json;

/**
 * Something in a JSON document that cannot be understood.
 *
 * @param pointer the JSON pointer of the place
 * @param problem what is wrong there
 */
public record JsonFault(String pointer, String problem) {
    /** How many faults of a document are named; a list of 400,000 tiles can have as many. */
    public static final int SHOWN_MAXIMUM = 100;
}
