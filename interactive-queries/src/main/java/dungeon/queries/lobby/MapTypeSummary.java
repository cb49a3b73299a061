package dungeon.queries.lobby;

/**
 * A stored map type without what makes it large.
 *
 * @param mapTypeId UUID
 * @param name a short name for people
 * @param description what is special about it
 * @param width columns
 * @param height rows
 * @param playerId who stored it; UUID; null for an administrator
 * @param createdAtMs when, in ms since 1970
 */
public record MapTypeSummary(
        String mapTypeId, String name, String description, int width, int height, String playerId, long createdAtMs) {}
