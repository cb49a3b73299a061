package dungeon.ingest.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.CommandRejected;
import dungeon.schemas.Detail;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.json.JsonFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionsTest {
    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED, 401", "NOT_YOU, 403", "NOT_ADMINISTRATOR, 403", "UNKNOWN_GAME, 404", "NAME_TAKEN, 409",
        "GAME_FULL, 409", "ALREADY_JOINED, 409", "WRONG_STATE, 409", "MALFORMED, 422", "INVALID_MAP, 422",
        "INVALID_RULES, 422", "NOT_TIMELY, 422"
    })
    void hasAStatusForEachRejection(RejectionCode code, int status) {
        assertThat(Rejections.status(code).value()).isEqualTo(status);
    }

    @Test
    void keepsMessageAndDetails() {
        CommandRejected rejection = new CommandRejected(
                RejectionCode.INSUFFICIENT_FUNDS,
                "It costs 300, and there are 120",
                List.of(new Detail("price", "300"), new Detail("balance", "120")));

        Problem problem = Rejections.problem(rejection, true);

        assertThat(problem.getMessage()).isEqualTo("It costs 300, and there are 120");
        assertThat(problem.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(problem.body().getProperties())
                .containsEntry("details", Map.of("price", "300", "balance", "120"))
                .doesNotContainKey("faults");
    }

    @Test
    void turnsPointersIntoFaults() {
        CommandRejected rejection = new CommandRejected(
                RejectionCode.INVALID_MAP, "The map has a fault", List.of(new Detail("/width", "is too large")));

        assertThat(Rejections.problem(rejection, false).body().getProperties())
                .containsEntry("faults", List.of(new JsonFault("/width", "is too large")));
        assertThat(Rejections.problem(rejection, true).body().getProperties())
                .containsEntry("faults", List.of(new JsonFault("/map/width", "is too large")));
    }
}
