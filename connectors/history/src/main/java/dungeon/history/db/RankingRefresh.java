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
 * Counts a ranking anew after what it counts has ended. Of several services one does it, the others look again later. However long it takes, the
 * database is busy with it for a twentieth of the time at most.
 */
public final class RankingRefresh implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RankingRefresh.class);

    private static final long PAUSE_LEAST_MS = 1_000;
    private static final int PAUSE_FOR_ITS_TIME = 20;
    private static final String CONNECT_MAXIMUM_S = "5";

    /** Longer than counting takes with ten million games; a server that has gone without a word is noticed then. */
    private static final String ANSWER_MAXIMUM_S = "900";

    private final DatabaseConfig config;
    private final Ranking ranking;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * A ranking that is kept, and counted anew when more has ended than it counts.
     *
     * @param view the materialized view, which belongs to the owner
     * @param lock a number that nothing else in the database has taken but the migration of the view, which waits for this
     * @param state the table of one row that says up to where it counts
     * @param counted the column there with how many things had ended
     * @param ended how many have ended by now, in SQL
     */
    public record Ranking(String view, long lock, String state, String counted, String ended) {
        /** Of the robots' games. */
        public static final Ranking GAMES = new Ranking(
                "ranking",
                1_918_987_883L,
                "ranking_state",
                "ended_games",
                "select count(*) from events where type = 'GameEnded'");

        /** Of tic-tac-toe. */
        public static final Ranking ROOMS = new Ranking(
                "room_ranking",
                1_918_987_884L,
                "room_ranking_state",
                "closed_rooms",
                "select count(*) from room_events where type = 'RoomClosed'");

        /** Whether more has ended than it counts, as a query. */
        private String isStale() {
            return "select %s <> (%s) from %s".formatted(counted, ended, state);
        }

        /** A statement that notes what has ended by now. */
        private String note() {
            return "update %s set refreshed_at = now(), %s = (%s)".formatted(state, counted, ended);
        }
    }

    private RankingRefresh(DatabaseConfig config, Ranking ranking) {
        this.config = config;
        this.ranking = ranking;
        this.thread = new Thread(this::run, "refresh-" + ranking.view());
    }

    /** Begins to look, and goes on until it is closed, also while the database is away. */
    public static RankingRefresh start(DatabaseConfig config, Ranking ranking) {
        RankingRefresh refresh = new RankingRefresh(config, ranking);
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
                LOG.info("The {} cannot be counted now; it is tried again: {}", ranking.view(), DatabaseProblem.of(e));
                pauseFor(0);
            }
        }
    }

    /** How long it took, in ms. */
    private long refreshIfStale(Connection owner) throws SQLException {
        long began = System.nanoTime();
        try (Statement statement = owner.createStatement()) {
            if (isTrue(statement, "select pg_try_advisory_xact_lock(%d)".formatted(ranking.lock()))
                    && isTrue(statement, ranking.isStale())) {
                // First the count: what ends in between is counted once more, and nothing is forgotten.
                statement.execute(ranking.note());
                statement.execute("refresh materialized view concurrently " + ranking.view());
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
