package dungeon.ingest.server;

import dungeon.ingest.config.IngestLimits;
import dungeon.ingest.limits.ClientAddresses;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's HTTP/1.1, with what it does not bound by itself: the connections of an address, and the time in which headers come. */
public final class BoundedProtocol extends Http11NioProtocol {
    private static final long CHECK_MS = 500;

    static {
        // By itself Tomcat logs headers that it cannot read, each connection some, and there may be a token among them.
        System.setProperty("org.apache.juli.logging.UserDataHelper.CONFIG", "DEBUG_ALL");
    }

    private final BoundedEndpoint endpoint;
    private IngestLimits limits;
    private ScheduledFuture<?> checks;

    /** For Tomcat, which makes it by its name. */
    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Says what the bounds are; before it is initialized. */
    void bound(IngestLimits limits, ClientAddresses addresses) {
        this.limits = limits;
        endpoint.bound(limits.connectionsPerAddress(), addresses);
    }

    /** Sets the bounds last, after Spring Boot has set its defaults. */
    @Override
    public void init() throws Exception {
        setMaxConnections(limits.connections());
        setMaxThreads(limits.requestThreads());
        setMaxHttpRequestHeaderSize(Math.toIntExact(limits.headerSize().toBytes()));
        setConnectionTimeout(Math.toIntExact(limits.silenceTime().toMillis()));
        setKeepAliveTimeout(Math.toIntExact(limits.idleTime().toMillis()));
        // What is left of a body when the answer is there is not waited for; BodyReception takes what is worth taking.
        setMaxSwallowSize(0);
        super.init();
    }

    @Override
    public void start() throws Exception {
        super.start();
        ScheduledExecutorService executor = getUtilityExecutor();
        checks = executor.scheduleWithFixedDelay(this::closeSlow, CHECK_MS, CHECK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (checks != null) {
            checks.cancel(false);
        }
        super.stop();
    }

    private void closeSlow() {
        long now = System.nanoTime();
        for (SocketWrapperBase<NioChannel> connection : endpoint.getConnections()) {
            // Whoever holds the lock is reading, so there is something to read.
            Lock lock = connection.getLock();
            if (lock.tryLock()) {
                try {
                    if (isSlow(connection, now)) {
                        connection.close();
                    }
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    /** Whether a request has begun and nobody works on it, which is so while its headers are awaited, and while it waits for its answer. */
    private boolean isSlow(SocketWrapperBase<NioChannel> connection, long now) {
        if (!(connection.getCurrentProcessor() instanceof Processor processor) || processor.isAsync()) {
            return false;
        }
        Request request = processor.getRequest();
        return request != null
                && request.getStartTimeNanos() > 0
                && now - request.getStartTimeNanos() > limits.headerTime().toNanos();
    }
}
