package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectorStatesTest {
    @Test
    void theReasonIsTheInnermostCause() {
        ConnectorStates.State failed = new ConnectorStates.State("FAILED", """
                org.apache.kafka.connect.errors.ConnectException: Exiting WorkerSinkTask
                \tat somewhere
                Caused by: org.apache.kafka.connect.errors.ConnectException: JDBC sink connector failure
                \t... 12 common frames omitted
                Caused by: org.postgresql.util.PSQLException: Connection to 127.0.0.1:5433 refused
                \t... 20 common frames omitted
                """);
        assertThat(failed.hasFailed()).isTrue();
        assertThat(failed.reason())
                .isEqualTo("Caused by: org.postgresql.util.PSQLException: Connection to 127.0.0.1:5433 refused");
    }

    @Test
    void aFailureWithoutACauseIsItsOwnReason() {
        assertThat(new ConnectorStates.State("FAILED", "It failed").reason()).isEqualTo("It failed");
    }

    @Test
    void nobodyIsRunningWhereNobodyAnswers() throws InterruptedException {
        ConnectorStates.State state = new ConnectorStates(1, WorkerLogin.atRandom()).of("history");
        assertThat(state.isRunning()).isFalse();
        assertThat(state.hasFailed()).isFalse();
    }
}
