package dungeon.ingest.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.ingest.problems.Problem;
import dungeon.schemas.Opponent;
import dungeon.schemas.Pace;
import dungeon.schemas.SearchOpponent;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of the body of a request for an opponent. */
class SearchRequestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void allOfItHasADefault() {
        assertThat(SearchRequest.read(null)).isEqualTo(new SearchOpponent(Pace.NORMAL, null, 0L));
    }

    @Test
    void aBotWaitsForAWhileUnlessToldOtherwise() throws IOException {
        assertThat(read("{\"pace\": \"FAST\", \"bot\": \"EASY_BOT\"}"))
                .isEqualTo(new SearchOpponent(Pace.FAST, Opponent.EASY_BOT, 15_000L));
        assertThat(read("{\"bot\": \"PERFECT_BOT\", \"botAfterMs\": 60000}"))
                .isEqualTo(new SearchOpponent(Pace.NORMAL, Opponent.PERFECT_BOT, 60_000L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"pace": "UNKNOWN"}     | /pace
                    {"pace": "BULLET"}      | /pace
                    {"bot": "PERSON"}       | /bot
                    {"bot": 1}              | /bot
                    {"bot": "EASY_BOT", "pace": "SLOW"} | /bot
                    {"botAfterMs": -1}      | /botAfterMs
                    {"botAfterMs": 60001}   | /botAfterMs
                    {"game": "chess"}       | /game
                    """)
    void namesWhatCannotBe(String body, String pointer) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.get("faults").toString()).contains(pointer));
    }

    private static SearchOpponent read(String body) throws IOException {
        return SearchRequest.read(JSON.readTree(body));
    }
}
