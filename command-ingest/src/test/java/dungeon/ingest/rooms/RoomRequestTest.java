package dungeon.ingest.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.ingest.problems.Problem;
import dungeon.schemas.Mark;
import dungeon.schemas.Opponent;
import dungeon.schemas.RoomPlan;
import dungeon.schemas.topics.RoomPlanForm;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of the body of a request for a room. */
class RoomRequestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void allOfItHasADefault() {
        assertThat(RoomRequest.read(null)).isEqualTo(new RoomPlan(Opponent.PERSON, null, Mark.X, 30_000L, 120_000L));
    }

    @Test
    void takesWhatIsAskedForAndKeepsTheHashOfTheInvitationOnly() throws IOException {
        String invitation = "twenty characters ok";

        assertThat(read("""
                        {"opponent": "PERFECT_BOT", "mark": "O", "invitation": "%s", "moveMs": 1000, "roundMs": 5000}""".formatted(invitation)))
                .isEqualTo(new RoomPlan(Opponent.PERFECT_BOT, RoomPlanForm.hashOf(invitation), Mark.O, 1_000L, 5_000L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"opponent": "UNKNOWN"}                 | /opponent
                    {"opponent": "CHESS_MASTER"}            | /opponent
                    {"mark": "Y"}                           | /mark
                    {"mark": 1}                             | /mark
                    {"invitation": "nineteen characters"}   | /invitation
                    {"moveMs": 999}                         | /moveMs
                    {"moveMs": 600001}                      | /moveMs
                    {"roundMs": 4999}                       | /roundMs
                    {"roundMs": 3600001}                    | /roundMs
                    {"invitationHash": "AAAA"}              | /invitationHash
                    """)
    void namesWhatCannotBe(String body, String pointer) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.get("faults").toString()).contains(pointer));
    }

    private static RoomPlan read(String body) throws IOException {
        return RoomRequest.read(JSON.readTree(body));
    }
}
