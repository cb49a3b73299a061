package dungeon.history.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the ranking anew after games have ended. Of several services one does it, the others look again later. However long it takes, the database is
 * busy with it for a twentieth of the time at most.
 */
public final class RankingRefresh implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RankingRefresh.class);

    private static final long PAUSE_LEAST_MS = 1_000;
    private static final int PAUSE_FOR_ITS_TIME = 20;
    private static final String CONNECT_MAXIMUM_S = "5";

    /** A number that nothing else in the database has taken but the migration of the views, which waits for this. */
    private static final long LOCK = 1_918_987_883L;

    /** Longer than counting takes with ten million games; a server that has gone without a word is noticed then. */
    private static final String ANSWER_MAXIMUM_S = "900";

    private final DatabaseConfig config;
    private final Thread thread = new Thread(this::run, "ranking-refresh");
    private volatile boolean closing;

    private RankingRefresh(DatabaseConfig config) {
        this.config = config;
    }

    /** Begins to look, and goes on until it is closed, also while the database is away. */
    public static RankingRefresh start(DatabaseConfig config) {
        RankingRefresh refresh = new RankingRefresh(config);
        refresh.thread.setDaemon(true);
        refresh.thread.start();
        return refresh;
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
    }

    private void run() {
        Properties login = new Properties();
        login.setProperty("user", config.owner());
        login.setProperty("password", config.password());
        login.setProperty("connectTimeout", CONNECT_MAXIMUM_S);
        login.setProperty("socketTimeout", ANSWER_MAXIMUM_S);
        login.setProperty("tcpKeepAlive", "true");
        while (!closing) {
            try (Connection owner = DriverManager.getConnection(config.url(), login)) {
                // The lock, the count and the state stand or fall together. READ COMMITTED: whoever waits for another's
                // refresh sees it afterwards.
                owner.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                owner.setAutoCommit(false);
                while (!closing) {
                    pauseFor(refreshIfStale(owner));
                }
            } catch (SQLException e) {
                LOG.info("The ranking cannot be counted now; it is tried again: {}", DatabaseProblem.of(e));
                pauseFor(0);
            }
        }
    }

    /** How long it took, in ms. */
    private static long refreshIfStale(Connection owner) throws SQLException {
        long began = System.nanoTime();
        try (Statement statement = owner.createStatement()) {
            if (isTrue(statement, "select pg_try_advisory_xact_lock(%d)".formatted(LOCK)) && isTrue(statement, """
                            select ended_games <> (select count(*) from events where type = 'GameEnded') from ranking_state""")) {
                // First the count: a game that ends in between is counted once more, and none is forgotten.
                statement.execute("""
                        update ranking_state set refreshed_at = now(), ended_games = (
                            select count(*) from events where type = 'GameEnded')""");
                statement.execute("refresh materialized view concurrently ranking");
            }
        }
        owner.commit();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void pauseFor(long tookMs) {
        try {
            Thread.sleep(Math.max(PAUSE_LEAST_MS, PAUSE_FOR_ITS_TIME * tookMs));
        } catch (InterruptedException e) {
            closing = true;
        }
    }
}
