package dungeon.history.queries;

/**
 * Which games are listed.
 *
 * @param playerId who took part; null for anybody
 * @param mapTypeId what they were made from; null for anything
 * @param created when they were created, and which page of them
 */
public record GamesFilter(String playerId, String mapTypeId, CreationRange created) {}
