package dungeon.history.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.SerializableTransactionRunner;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.util.PSQLState;

/**
 * Reads a database for whoever asks. Everything runs in a transaction that cannot write, and is repeated as a whole if PostgreSQL gives it up: on a
 * copy that follows another server, readers have to make way for what comes in.
 */
public final class DatabaseReader implements AutoCloseable {
    /** Enough for two cores; the role of the readers may have 15 with those of analysts. */
    private static final int CONNECTIONS_MAXIMUM = 6;

    /** How long a request waits for a connection; beyond it, somebody else is asked sooner. */
    private static final long WAIT_MAXIMUM_MS = 2_000;

    /** Every question has an index; this bounds what a stranger makes of the parameters. */
    private static final long STATEMENT_MAXIMUM_MS = 3_000;

    private static final String SILENCE_MAXIMUM_S = "10";

    private static final int REPEATS_MAXIMUM = 3;

    private final HikariDataSource connections;
    private final Jdbi jdbi;

    /** A reader that connects when it is asked first, so that it can start before the database. */
    public DatabaseReader(Database database, String url, String role, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(database.label());
        config.setJdbcUrl(url);
        config.setUsername(role);
        config.setPassword(password);
        config.setReadOnly(true);
        config.setMaximumPoolSize(CONNECTIONS_MAXIMUM);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT_MAXIMUM_MS);
        config.setInitializationFailTimeout(-1);
        // The server keeps to the time of a statement; a server that is gone does not.
        config.addDataSourceProperty("socketTimeout", SILENCE_MAXIMUM_S);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setConnectionInitSql("set statement_timeout = %d".formatted(STATEMENT_MAXIMUM_MS));
        connections = new HikariDataSource(config);
        jdbi = Jdbi.create(connections);
        jdbi.setTransactionHandler(new SerializableTransactionRunner());
        jdbi.getConfig(SerializableTransactionRunner.Configuration.class).setMaxRetries(REPEATS_MAXIMUM);
    }

    /**
     * An answer from one query, which sees one state of the database by itself.
     *
     * @throws DatabaseUnavailableException if it cannot be had now
     */
    public <T> T query(HandleCallback<T, RuntimeException> question) {
        return ask(TransactionIsolationLevel.READ_COMMITTED, question);
    }

    /**
     * An answer from several queries, which see the same state: events that come in between do not make its parts disagree. Nothing is written, so what
     * SERIALIZABLE has beyond that would bring nothing.
     *
     * @throws DatabaseUnavailableException if it cannot be had now
     */
    public <T> T snapshot(HandleCallback<T, RuntimeException> questions) {
        return ask(TransactionIsolationLevel.REPEATABLE_READ, questions);
    }

    /** Measures its connections, and how long requests wait for one; at most once. */
    public void measure(MeterRegistry meters) {
        connections.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    }

    /** Whether it answers. */
    public boolean isAvailable() {
        try {
            return query(handle ->
                    handle.createQuery("select true").mapTo(Boolean.class).one());
        } catch (DatabaseUnavailableException e) {
            return false;
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private <T> T ask(TransactionIsolationLevel level, HandleCallback<T, RuntimeException> questions) {
        try {
            return jdbi.inTransaction(level, questions);
        } catch (ConnectionException e) {
            throw new DatabaseUnavailableException("The history's database does not answer, or is busy", e);
        } catch (JdbiException e) {
            throw unavailable(e);
        }
    }

    private static RuntimeException unavailable(JdbiException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = String.valueOf(sql.getSQLState());
                if (state.equals(PSQLState.QUERY_CANCELED.getState())) {
                    return new DatabaseUnavailableException(
                            "This takes the history's database longer than %d ms; ask for less"
                                    .formatted(STATEMENT_MAXIMUM_MS),
                            problem);
                }
                if (state.equals(PSQLState.SERIALIZATION_FAILURE.getState())) {
                    return new DatabaseUnavailableException(
                            "The history's database follows another one too closely to answer", problem);
                }
                if (state.equals(PSQLState.OBJECT_NOT_IN_STATE.getState())) {
                    // A new build has made the view of a ranking anew meanwhile.
                    return new DatabaseUnavailableException("What is asked for is counted only now", problem);
                }
                if (PSQLState.isConnectionError(state)
                        || sql instanceof SQLTransientException
                        // The server stops or starts.
                        || state.startsWith("57P")) {
                    return new DatabaseUnavailableException("The history's database went away", problem);
                }
            }
        }
        return problem;
    }
}
