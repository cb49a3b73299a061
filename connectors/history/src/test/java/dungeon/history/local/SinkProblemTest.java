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
        String full = "PSQLException: ERROR: could not extend file \"base/16387/16452\": No space left on device";
        String unreadable = "Caused by: org.apache.kafka.connect.errors.DataException: A record on t is no Avro";
        assertThat(SinkProblem.explain(full)).startsWith("The disk of its database is full; make room on it");
        assertThat(SinkProblem.explain(unreadable))
                .startsWith("A record of the log cannot be read")
                .endsWith("(%s)".formatted(unreadable));
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
