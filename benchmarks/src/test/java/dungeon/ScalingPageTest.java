package dungeon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The plans on the page of scaling are those that its unit costs give. With {@code -Dscaling.write=true} they are written anew. */
class ScalingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "scaling.md");
    private static final String BEGIN = "<!-- The plan, made by ScalingPlan -->\n";
    private static final String END = "<!-- Here it ends -->\n";

    @Test
    void plansAreWhatTheUnitCostsGive() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(BEGIN, END);
        String made = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + ScalingPlan.table()
                + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("scaling.write")) {
            Files.writeString(PAGE, made);
        }
        assertThat(Files.readString(PAGE))
                .as("run: mvn test -pl benchmarks -am -Dtest=ScalingPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dscaling.write=true")
                .isEqualTo(made);
    }
}
