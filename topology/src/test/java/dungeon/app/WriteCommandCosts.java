package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes the table of what commands cost, on demand only: no build runs it, because its name does not end in Test. */
class WriteCommandCosts {
    @Test
    void writeTable(@TempDir Path stateDir) throws Exception {
        assertThat(System.getProperty("command.costs", ""))
                .as("Say -Dcommand.costs=rewrite. " + CostTable.HOW_TO_REWRITE)
                .isEqualTo("rewrite");
        CostTable.write(CommandCosts.measured(stateDir));
    }
}
