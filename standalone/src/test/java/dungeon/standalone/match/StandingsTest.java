package dungeon.standalone.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private JsonNode scoreboard;

    @BeforeEach
    void readScoreboard() throws Exception {
        scoreboard = new ObjectMapper().readTree("""
                        {"overall": [
                          {"rank": 1, "playerName": "swarm-1", "total": 95, "mining": 0, "trading": 0, "travelling": 95,
                           "fighting": 0, "upgrading": 0, "balance": 0, "robots": 5},
                          {"rank": 2, "playerName": "explorer-with-a-name-of-32-chars", "total": 7, "mining": 1,
                           "trading": 1, "travelling": 1, "fighting": 1, "upgrading": 3, "balance": 200, "robots": 3}]}
                        """);
    }

    @Test
    void showsTheTimeLeftAndThePlayersOnOneLine() {
        assertThat(Standings.line(Duration.ofMillis(65_900), scoreboard))
                .isEqualTo("1:05 left   swarm-1 95   explorer-with-a-name-of-32-chars 7");
        assertThat(Standings.line(Duration.ofSeconds(-3), scoreboard)).startsWith("0:00 left ");
    }

    @Test
    void showsARowForEachPlayer() {
        assertThat(Standings.table(scoreboard).lines())
                .containsExactly(
                        "rank  player                           points mining trading travelling fighting upgrading credits robots",
                        "   1  swarm-1                              95      0       0         95        0         0       0      5",
                        "   2  explorer-with-a-name-of-32-chars      7      1       1          1        1         3     200      3");
    }

    @Test
    void countsTheRobotsOfAll() {
        assertThat(Standings.robots(scoreboard)).isEqualTo(8);
    }
}
