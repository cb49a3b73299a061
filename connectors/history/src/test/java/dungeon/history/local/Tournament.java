package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.bots.BotKind;
import dungeon.players.connection.JsonHttp;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.match.MapChoice;
import dungeon.standalone.match.Match;
import dungeon.standalone.match.MatchPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Matches, and whether the history has each result and the ranking that follows from all. */
final class Tournament {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OF_A_MATCH = Duration.ofSeconds(12);
    private static final int PLAYERS = 3;

    private final Machine machine;
    private final JsonHttp http = new JsonHttp();
    private final String live;

    Tournament(Machine machine) {
        this.machine = machine;
        this.live = machine.platform().queriesUrl();
    }

    /** Plays so many matches on a small map, one after the other. */
    void play(int matches) throws Exception {
        for (int i = 0; i < matches; i++) {
            new Match(machine, Progress.onTerminal())
                    .play(new MatchPlan(MapChoice.of("example"), BotKind.mixed(PLAYERS), OF_A_MATCH));
        }
    }

    /** What the scoreboards of all games say of a player. */
    private static final class Career {
        private int games;
        private int wins;
        private int points;
        private int opponents;
        private int beaten;

        private BigDecimal score() {
            return BigDecimal.valueOf(beaten + 5L).divide(BigDecimal.valueOf(opponents + 10L), 4, RoundingMode.HALF_UP);
        }

        private String text() {
            return "%d games, %d wins, %d points, %d of %d: %s"
                    .formatted(games, wins, points, beaten, opponents, score().toPlainString());
        }
    }

    /** Compares every total of every game, and every line of the ranking, with the scoreboards of the live queries. */
    void assertThatTheHistoryHas(int games) throws Exception {
        await("the ranking")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        http.get(live + "/history/ranking").path("endedGames").asInt() == games);
        Map<String, Career> records = new TreeMap<>();
        JsonNode list = http.get(live + "/history/games?limit=200").path("games");
        assertThat(list).hasSize(games);
        for (JsonNode game : list) {
            JsonNode scoreboard = http.get(
                    "%s/games/%s/scoreboard".formatted(live, game.path("gameId").asText()));
            assertResult(game.path("gameId").asText(), scoreboard.path("overall"));
            add(records, scoreboard.path("overall"));
        }
        List<String> expected = records.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Career> entry) ->
                                entry.getValue().score())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> entry.getKey() + " " + entry.getValue().text())
                .toList();
        List<String> ranking = new ArrayList<>();
        for (JsonNode player : http.get(live + "/history/ranking?limit=200").path("players")) {
            ranking.add("%s %d games, %d wins, %d points, %d of %d: %s"
                    .formatted(
                            player.path("playerId").asText(),
                            player.path("games").asInt(),
                            player.path("wins").asInt(),
                            player.path("points").asInt(),
                            player.path("beaten").asInt(),
                            player.path("opponents").asInt(),
                            player.path("score")
                                    .decimalValue()
                                    .setScale(4, RoundingMode.HALF_UP)
                                    .toPlainString()));
        }
        assertThat(ranking).isEqualTo(expected);
    }

    private void assertResult(String gameId, JsonNode overall) throws Exception {
        JsonNode result = http.get("%s/history/games/%s".formatted(live, gameId));
        assertThat(result.path("complete").asBoolean()).isTrue();
        List<JsonNode> expected = new ArrayList<>();
        for (JsonNode row : overall) {
            ObjectNode standing = row.deepCopy();
            // How it went on the way is not told again at the end.
            standing.remove(List.of("robots", "eliminated"));
            expected.add(standing);
        }
        assertThat(result.path("results")).containsExactlyElementsOf(expected);
    }

    private static void add(Map<String, Career> records, JsonNode overall) {
        for (JsonNode row : overall) {
            Career record = records.computeIfAbsent(row.path("playerId").asText(), none -> new Career());
            int rank = row.path("rank").asInt();
            record.games++;
            record.wins += rank == 1 ? 1 : 0;
            record.points += row.path("total").asInt();
            record.opponents += overall.size() - 1;
            record.beaten += overall.size() - rank;
        }
    }
}
