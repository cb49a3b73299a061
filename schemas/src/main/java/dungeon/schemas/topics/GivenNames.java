package dungeon.schemas.topics;

/** What players are called whose own names were taken away. It follows from the id, so that nobody has to make sure that it is free. */
public final class GivenNames {
    private static final String PREFIX = "Renamed-";

    /** 48 bits: that two players get the same name is not to be feared among the few thousand who can have one. */
    private static final int ID_DIGITS = 12;

    private GivenNames() {}

    /** The name of a player, such as {@code Renamed-0f3e6a12b9c4}. */
    public static String of(String playerId) {
        return PREFIX + playerId.replace("-", "").substring(0, ID_DIGITS);
    }

    /**
     * Whether a player may come under a name: that of the token, or the one that was given instead, since tokens still have the name that was
     * taken away. Guests have none to take away, and are told by their names.
     *
     * @param playerId of the token; null if it is no player's
     */
    public static boolean isOwn(String name, String tokenName, String playerId) {
        return name.equals(tokenName)
                || (playerId != null && !LobbySubjects.isGuestName(tokenName) && name.equals(of(playerId)));
    }

    /** Whether a name is one of these, or can be taken for one; nobody chooses such a name. */
    public static boolean areLike(String playerName) {
        return playerName.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }
}
