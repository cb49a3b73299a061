package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands cost, counted: a guard against getting slower that does not depend on the machine. */
class CommandCostsTest {
    private static final int MOVE_BYTES_MAXIMUM = 1_000;

    @TempDir
    Path stateDir;

    @Test
    void costsWhatTheTableSays() throws IOException {
        assertThat(CostTable.differences(CostTable.read(), CommandCosts.measured(stateDir)))
                .as(CostTable.HOW_TO_REWRITE)
                .isEmpty();
    }

    @Test
    void countsTheSameEachTime(@TempDir Path otherStateDir) {
        assertThat(CommandCosts.measured(stateDir)).isEqualTo(CommandCosts.measured(otherStateDir));
    }

    @Test
    void writesNoMoreThanAThousandBytesPerMove() {
        Map<String, Map<String, String>> costs = CommandCosts.measured(stateDir);
        costs.values().removeIf(figures -> !figures.get(CommandCosts.OUTCOME).equals("RobotMoved"));
        assertThat(costs)
                .containsOnlyKeys(
                        "MoveRobot, to where no robot of the player has been",
                        "MoveRobot, to where a robot of the player has been",
                        "Tick, a queued MoveRobot runs")
                .allSatisfy((command, figures) -> assertThat(Integer.parseInt(figures.get(CommandCosts.BYTES)))
                        .isPositive()
                        .isLessThanOrEqualTo(MOVE_BYTES_MAXIMUM));
    }

    /** So the changelogs are really among what is counted. Of several writes of one key, a store that caches sends the last. */
    @Test
    void seesWritesAsRecordsOfAChangelog() {
        CommandCosts.measured(stateDir).forEach((command, figures) -> {
            int records = figures.entrySet().stream()
                    .filter(figure -> figure.getKey().startsWith(CommandCosts.TO)
                            && figure.getKey().contains(CommandCosts.CHANGELOG))
                    .mapToInt(figure -> Integer.parseInt(figure.getValue().split(" ", 2)[0]))
                    .sum();
            int writes = Integer.parseInt(figures.get(CommandCosts.STORE_WRITES));
            assertThat(records).as(command).isBetween(Math.min(writes, 2), writes);
        });
    }

    @Test
    void namesTheCommandAndTheFigureThatAreDifferent() {
        String table = """
                Move
                  reads             2
                  writes            1
                """;
        String changed = """
                Move
                  reads             3
                  tiles scanned     9
                """;
        assertThat(CostTable.differences(CostTable.parse(table), CostTable.parse(changed)))
                .containsExactly(
                        "Move: reads was 2 and is 3",
                        "Move: writes was 1 and is none",
                        "Move: tiles scanned was none and is 9");
    }
}
