package dungeon.players.practice;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.strategies.HouseStrategy;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the bots of the house from other players, whichever instance they are of. */
final class HouseNames {
    /** As {@link dungeon.players.bots} registers them. Whoever takes such a name keeps bots away from games that he joins, and nothing else. */
    private static final Pattern NAME = Pattern.compile(Arrays.stream(HouseStrategy.values())
            .map(HouseStrategy::label)
            .collect(Collectors.joining("|", "(", ")-[0-9a-f]{4}")));

    private HouseNames() {}

    /**
     * Whether somebody who has joined a practice game is a bot of the house.
     *
     * @param owner the player whose practice it is, who is none by any name
     */
    static boolean isBot(String playerName, String playerId, String owner) {
        return !playerId.equals(owner) && NAME.matcher(playerName).matches();
    }

    /** The same of a participant or of who joins, as the queries tell it. */
    static boolean isBot(JsonNode player, String owner) {
        return isBot(player.path("playerName").asText(), player.path("playerId").asText(), owner);
    }
}
