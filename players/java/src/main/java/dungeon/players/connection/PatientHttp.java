package dungeon.players.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Requests that are repeated while a service starts, restarts, does not know yet, or has had too many from here. */
public final class PatientHttp {
    private static final int TRIES = 20;
    private static final long PAUSE_MS = 500;
    private static final int NOT_FOUND = 404;

    private final JsonHttp http = new JsonHttp();

    /**
     * Sends a body until somebody takes it. Commands keep their ids, so that a repetition does nothing twice.
     *
     * @param token the sender's JWT, or null
     * @param body null for none
     * @throws HttpProblem if the service refuses it
     * @throws UncheckedIOException if no service answers twenty times, with half a second in between or as long as the service says
     */
    public JsonNode post(String url, String token, JsonNode body) throws HttpProblem, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long pauseMs = PAUSE_MS;
            try {
                return http.post(url, token, body);
            } catch (HttpProblem e) {
                if (!e.isWorthRepeating() || attempt == TRIES) {
                    throw e;
                }
                pauseMs = e.pauseMs(PAUSE_MS);
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new UncheckedIOException("%s does not answer".formatted(url), e);
                }
            }
            Thread.sleep(pauseMs);
        }
    }

    /** Begins to listen to the events of a stream; one that cannot be had ends with the reason. */
    EventStream follow(String url) {
        return http.follow(url);
    }

    /**
     * Asks the queries, which may hear of a new game a moment later than others.
     *
     * @throws UncheckedIOException if there is no answer twenty times, or none but that there is nothing
     */
    public JsonNode get(String url) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long pauseMs = PAUSE_MS;
            try {
                return http.get(url);
            } catch (HttpProblem e) {
                boolean worthRepeating = e.isWorthRepeating() || e.status() == NOT_FOUND;
                if (!worthRepeating || attempt == TRIES) {
                    throw new UncheckedIOException(e);
                }
                pauseMs = e.pauseMs(PAUSE_MS);
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw new UncheckedIOException("%s does not answer".formatted(url), e);
                }
            }
            Thread.sleep(pauseMs);
        }
    }
}
