package dungeon.ingest.limits;

/** What is counted apart from each other. */
public enum RateKind {
    /** Commands to games and rooms, and what is asked for while looking for an opponent, by player. */
    COMMANDS("commands"),
    /** New players, by address: whoever registers has no name yet. */
    REGISTRATIONS("registrations"),
    /** Practice games that are started and matches that are opened, each of which draws a map, by player. */
    PRACTICE_GAMES("practice-games"),
    /** Map types that are handed in, by player. */
    MAP_TYPES("map-types"),
    /** Tokens that are made or revoked, by player. */
    TOKENS("tokens");

    private final String policy;

    RateKind(String policy) {
        this.policy = policy;
    }

    /** Its name in the headers {@code RateLimit} and {@code RateLimit-Policy}. */
    public String policy() {
        return policy;
    }

    /**
     * What a request that changes something counts as.
     *
     * @param route its address as a pattern, such as {@code /games/{gameId}/commands}
     * @return null if it does not count
     */
    public static RateKind of(String route) {
        return switch (route.split("/", 3)[1]) {
            // How many rooms there are at once is bounded by the lobby; who plays quickly opens one after the other.
            case "games", "rooms", "matchmaking" -> COMMANDS;
            case "players" -> REGISTRATIONS;
            case "practice-games", "matches" -> PRACTICE_GAMES;
            case "map-types" -> MAP_TYPES;
            case "auth" -> ofAuthentication(route);
            case "users" -> TOKENS;
            default -> null;
        };
    }

    private static RateKind ofAuthentication(String route) {
        return switch (route.split("/", 4)[2]) {
            case "guest" -> REGISTRATIONS;
            case "token", "tokens", "session" -> TOKENS;
            default -> null;
        };
    }
}
