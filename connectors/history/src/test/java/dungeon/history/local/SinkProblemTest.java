package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SinkProblemTest {
    @Test
    void whatTheSinkSaysIsExplainedAndQuoted() {
        String away = "HibernateException: Unable to determine Dialect without JDBC metadata (please set …)";
        String changed = "SQLException: Cannot ALTER table 'rejections' because field 'remaining' is not optional";
        String differs =
                "PSQLException: ERROR: A row of events differs from the one that is here, and what happened never changes: …";
        assertThat(SinkProblem.explain(away))
                .isEqualTo("Its database could not be reached a moment ago (%s)".formatted(away));
        assertThat(SinkProblem.explain(changed))
                .startsWith("A table is not as the migrations made it")
                .endsWith("(%s)".formatted(changed));
        assertThat(SinkProblem.explain(differs))
                .startsWith("The database has other events than the log")
                .endsWith("(%s)".formatted(differs));
    }

    @Test
    void anythingElseIsPassedOn() {
        assertThat(SinkProblem.explain("Caused by: something new")).isEqualTo("Caused by: something new");
    }
}
