package dungeon.standalone.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Scoreboards as text. */
final class Standings {
    private static final String ROW = "%4s  %-32s %6s %6s %7s %10s %8s %9s %7s %6s%n";

    private Standings() {}

    /** The players on one line, best first. */
    static String line(Duration left, JsonNode scoreboard) {
        long seconds = Math.max(0, left.toSeconds());
        List<String> players = new ArrayList<>();
        for (JsonNode player : scoreboard.path("overall")) {
            players.add("%s %d"
                    .formatted(
                            player.path("playerName").asText(),
                            player.path("total").asInt()));
        }
        return "%d:%02d left   %s".formatted(seconds / 60, seconds % 60, String.join("   ", players));
    }

    /** How many robots are alive. */
    static int robots(JsonNode scoreboard) {
        int robots = 0;
        for (JsonNode player : scoreboard.path("overall")) {
            robots += player.path("robots").asInt();
        }
        return robots;
    }

    /** A row for each player, best first. */
    static String table(JsonNode scoreboard) {
        StringBuilder table = new StringBuilder();
        table.append(ROW.formatted(
                "rank",
                "player",
                "points",
                "mining",
                "trading",
                "travelling",
                "fighting",
                "upgrading",
                "credits",
                "robots"));
        for (JsonNode player : scoreboard.path("overall")) {
            table.append(ROW.formatted(
                    player.path("rank").asInt(),
                    player.path("playerName").asText(),
                    player.path("total").asInt(),
                    player.path("mining").asInt(),
                    player.path("trading").asInt(),
                    player.path("travelling").asInt(),
                    player.path("fighting").asInt(),
                    player.path("upgrading").asInt(),
                    player.path("balance").asLong(),
                    player.path("robots").asInt()));
        }
        return table.toString().stripTrailing();
    }
}
