/** The records of the wire as flat JSON: the envelope's fields, {@code type}, and the payload's fields side by side. */
package dungeon.schemas.json;
