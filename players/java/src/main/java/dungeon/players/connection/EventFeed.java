package dungeon.players.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of a game or a room, from the first one on and each once, over as many connections as it takes. For one thread. */
public final class EventFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final long POLL_MS = 50;
    private static final long PAUSE_MS = 500;
    /** A view that is behind, or moves, does not say so often in a row that there is nothing. */
    private static final int NOTHING_MAXIMUM = 20;

    private static final int NO_MORE = 204;
    private static final int NOT_FOUND = 404;

    private final PatientHttp http;
    private final String url;
    private EventStream stream;
    private long heard;
    private int nothing;
    private boolean over;

    private EventFeed(PatientHttp http, String url) {
        this.http = http;
        this.url = url;
        this.stream = open();
    }

    /** Begins to listen; what cannot be had now is asked for again. */
    public static EventFeed of(PatientHttp http, String url) {
        return new EventFeed(http, url);
    }

    /** The events that have come meanwhile, in order; waits a moment for the first one, and is empty if none comes. */
    public List<JsonNode> next() throws InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode event : stream.next(POLL_MS)) {
            long sequence = event.path("sequence").asLong();
            // Rejections from before it was created have no place in its sequence.
            if (sequence > heard) {
                heard = sequence;
                events.add(event);
            }
        }
        Optional<Throwable> end = stream.end();
        if (end.isPresent()) {
            lost(end.get());
        } else if (!events.isEmpty()) {
            nothing = 0;
        }
        return events;
    }

    /** Whether nothing will come any more: there are no more events, or there has been no such game or room for some time. */
    public boolean isOver() {
        return over || nothing >= NOTHING_MAXIMUM;
    }

    private void lost(Throwable end) throws InterruptedException {
        int status = end instanceof HttpProblem problem ? problem.status() : 0;
        over |= status == NO_MORE;
        nothing = status == NOT_FOUND ? nothing + 1 : 0;
        if (!over) {
            LOG.info("Lost the events of {} after {} and asks for them again", url, heard, end);
            stream.close();
            Thread.sleep(PAUSE_MS);
            stream = open();
        }
    }

    /** The number of the last event. */
    public long heard() {
        return heard;
    }

    @Override
    public void close() {
        stream.close();
    }

    private EventStream open() {
        return http.follow("%s?from=%d".formatted(url, heard + 1));
    }
}
