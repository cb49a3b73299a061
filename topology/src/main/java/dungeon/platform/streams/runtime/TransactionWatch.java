package dungeon.platform.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again for transactions that ought to end, on a thread of its own, and is not stopped by brokers that are away. */
final class TransactionWatch implements AutoCloseable {
    /** What a look does; it ends what it finds. */
    interface Look {
        void at(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(TransactionWatch.class);
    /** Some small requests to each broker; whoever waits for what is ended waits half of it on average. */
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final String ANSWER_TIMEOUT_MS = "5000";

    /**
     * The coordinator answers the first request to fence somebody with "try again", and the client makes all transactions of a broker
     * wait for the pause after it, which by its defaults grows to a second.
     */
    private static final String RETRY_PAUSE_MS = "10";

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(6);

    private final String name;
    private final Admin admin;
    private final Look look;
    private final Thread thread;

    /**
     * Does not look yet.
     *
     * @param name of the thread: what is looked for
     * @param clientConfig how to reach the brokers
     */
    TransactionWatch(String name, Map<String, Object> clientConfig, Look look) {
        this.name = name;
        this.admin = admin(clientConfig);
        this.look = look;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** A client that ends many transactions in a short time. */
    static Admin admin(Map<String, Object> clientConfig) {
        Map<String, Object> settings = new HashMap<>(clientConfig);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_TIMEOUT_MS);
        settings.put(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_PAUSE_MS);
        settings.put(AdminClientConfig.RETRY_BACKOFF_MAX_MS_CONFIG, RETRY_PAUSE_MS);
        return Admin.create(settings);
    }

    Admin admin() {
        return admin;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        admin.close(Duration.ZERO);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(INTERVAL.toMillis());
                try {
                    look.at(admin);
                } catch (ExecutionException e) {
                    LOG.debug("{}: cannot look now; the next look follows", name, e);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: no longer looking", name, e);
        }
    }
}
