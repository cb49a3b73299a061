package dungeon.ingest.commands;

import dungeon.platform.log.LogTailer;
import dungeon.platform.problem.ProblemCode;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** The threads beside the requests: they run before the server takes requests, and until it takes none any more. */
final class Background implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    /** Below the phases of the web server, so started earlier and stopped later. */
    private static final int PHASE = 0;

    private final LogTailer<String> events;
    private final KnownMapTypes known;
    private final MapTypeRegistration registration;
    private final Readiness readiness;
    private final Outcomes outcomes;
    private final Duration retryPause;
    private ScheduledExecutorService registrar;
    private ScheduledFuture<?> registrations;

    Background(
            LogTailer<String> events,
            KnownMapTypes known,
            MapTypeRegistration registration,
            Readiness readiness,
            Outcomes outcomes,
            Duration retryPause) {
        this.events = events;
        this.known = known;
        this.registration = registration;
        this.readiness = readiness;
        this.outcomes = outcomes;
        this.retryPause = retryPause;
    }

    @Override
    public void start() {
        events.start();
        registrar = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ingest-map-types"));
        long pauseMs = retryPause.toMillis();
        registrations = registrar.scheduleWithFixedDelay(this::registerMapTypes, 0, pauseMs, TimeUnit.MILLISECONDS);
    }

    /** Nobody is kept waiting by a shutdown: requests are answered with what is known so far. */
    @EventListener(ContextClosedEvent.class)
    void answerWaiting() {
        outcomes.close();
    }

    @Override
    public void stop() {
        registrar.shutdownNow();
        events.close();
        if (!events.isRunning()) {
            known.close();
        }
        readiness.isNotReady(ProblemCode.STOPPING, "The application is stopping");
    }

    @Override
    public boolean isRunning() {
        return events.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void registerMapTypes() {
        try {
            if (readiness.obstacle() == null && registration.registerMissing()) {
                registrations.cancel(false);
            }
        } catch (RuntimeException e) {
            // An exception would end the repetitions silently.
            LOG.error("Registering the shipped map types failed and is tried again", e);
        }
    }
}
