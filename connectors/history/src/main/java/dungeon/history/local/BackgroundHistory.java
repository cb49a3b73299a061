package dungeon.history.local;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseException;
import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A history that comes up while others play, and is tried again if it cannot. */
final class BackgroundHistory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundHistory.class);
    private static final long LOOK_MS = 500;
    private static final long PAUSE_MS = 5_000;
    private static final long PAUSE_MAXIMUM_MS = 60_000;

    /** What a first start takes on a slow machine; until then PostgreSQL cannot be stopped. */
    private static final long START_MAXIMUM_MS = TimeUnit.MINUTES.toMillis(1);

    private final HistoryConfig config;
    private final String doorUrl;
    private final Progress progress;
    private final Thread starter = new Thread(this::startUntilItRuns, "history-starter");
    private volatile boolean closing;
    private LocalHistory history;

    private BackgroundHistory(HistoryConfig config, String doorUrl, Progress progress) {
        this.config = config;
        this.doorUrl = doorUrl;
        this.progress = progress;
    }

    /**
     * Begins to start a history, and returns at once.
     *
     * @param doorUrl where its answers are had by everybody
     */
    static BackgroundHistory start(HistoryConfig config, String doorUrl, Progress progress) {
        BackgroundHistory background = new BackgroundHistory(config, doorUrl, progress);
        background.starter.setDaemon(true);
        background.starter.start();
        return background;
    }

    @Override
    public void close() {
        closing = true;
        try {
            starter.join(START_MAXIMUM_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeWhatRuns();
    }

    private synchronized void closeWhatRuns() {
        if (history == null) {
            return;
        }
        try {
            history.close();
        } catch (IOException e) {
            LOG.error("PostgreSQL could not be stopped", e);
        }
        history = null;
    }

    private void startUntilItRuns() {
        String before = "";
        long pauseMs = PAUSE_MS;
        try {
            while (!closing) {
                String problem = tryToStart();
                if (problem.isEmpty()) {
                    tellWhenItRuns();
                    return;
                }
                if (!closing && !problem.equals(before)) {
                    progress.say(
                            "The history cannot start and is tried again; games go on without it, and nothing is lost: "
                                    + problem);
                    before = problem;
                }
                for (long waitedMs = 0; waitedMs < pauseMs && !closing; waitedMs += LOOK_MS) {
                    Thread.sleep(LOOK_MS);
                }
                pauseMs = Math.min(2 * pauseMs, PAUSE_MAXIMUM_MS);
            }
        } catch (InterruptedException e) {
            LOG.debug("The history is not started any more", e);
        }
    }

    /** What is wrong; empty if nothing is. */
    private String tryToStart() throws InterruptedException {
        try {
            LocalHistory started = LocalHistory.start(config, progress::say);
            synchronized (this) {
                history = started;
            }
            if (closing) {
                closeWhatRuns();
            }
            return "";
        } catch (CannotStartException | DatabaseException e) {
            LOG.warn("The history cannot start", e);
            return e.getMessage();
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error("The history cannot start", e);
            return "%s; the details are in the log".formatted(e);
        }
    }

    private void tellWhenItRuns() throws InterruptedException {
        while (!closing && !isRunning()) {
            Thread.sleep(LOOK_MS);
        }
        if (closing) {
            return;
        }
        progress.say("What is over is at %s/history/games, and in SQL:".formatted(doorUrl));
        for (Database database : config.databases()) {
            progress.say("  psql postgresql://%s:%s@127.0.0.1:%d/%s"
                    .formatted(Roles.READER, passwordOfReaders(), config.postgresPort(), database.label()));
        }
    }

    private synchronized boolean isRunning() throws InterruptedException {
        return history != null && history.worker().isRunning();
    }

    private synchronized String passwordOfReaders() {
        return history == null ? "" : history.roles().passwordOf(Roles.READER);
    }
}
