package dungeon.ingest.identity;

/**
 * Whoever holds the administrator's token.
 *
 * @param authorization that token, with the scheme
 */
public record Administrator(String authorization) implements Caller {
    @Override
    public String playerId() {
        return null;
    }
}
