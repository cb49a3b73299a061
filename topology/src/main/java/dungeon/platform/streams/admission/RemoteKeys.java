package dungeon.platform.streams.admission;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dungeon.platform.http.LimitedBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The ingest's key set, read over HTTP again and again, and kept: what was read last counts, so a key that is taken away is gone after
 * the next reading, in memory and in the file. An ingest that is away stops nothing: tokens of known keys hold, and those of
 * unknown keys are refused. Safe for use by several threads.
 */
public final class RemoteKeys implements JWKSource<SecurityContext> {
    /** How often {@link #refresh} is to be called; a key that was taken away holds that much longer. */
    public static final Duration REFRESH = Duration.ofSeconds(2);

    /** For an answer that no stream thread waits for. */
    private static final long ANSWER_MS = 5_000;

    /** For the first key set of all, without which no token can be judged, so that there is nothing to go on with meanwhile. */
    private static final long FIRST_ANSWER_MS = 2_000;

    /** Of questions on stream threads: unknown key ids are free to invent, and the ingest answers from memory. */
    static final long BUDGET_MS = 100;

    private static final int KEY_SET_BYTES_MAXIMUM = 64 * 1024;
    private static final int OK = 200;

    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(ANSWER_MS)).build();
    private final KeySetFile kept;
    private final WaitingBudget budget;
    /** Held by a stream thread that asks; whoever waits for it waits no longer than all questions may take. */
    private final Object asking = new Object();
    /** Null until a key set was read for the first time. */
    private volatile JWKSet keys;
    /** Whether the last reading failed; then nobody on a stream thread tries the next one. */
    private volatile boolean isAway;

    private long readings;
    private long lastReading;

    /** Keeps its keys as long as it lives. */
    public RemoteKeys(URI url) {
        this(url, null);
    }

    /**
     * Keeps its keys across restarts.
     *
     * @param url of the key set
     * @param file where the keys are kept; is made if it is not there
     */
    public RemoteKeys(URI url, Path file) {
        this(url, file, new WaitingBudget(BUDGET_MS));
    }

    RemoteKeys(URI url, Path file, WaitingBudget budget) {
        this.url = url;
        this.kept = new KeySetFile(file);
        this.budget = budget;
        List<JWK> before = kept.read();
        this.keys = before.isEmpty() ? null : new JWKSet(before);
    }

    /**
     * The keys that fit.
     *
     * @throws KeysUnavailableException if no key set was ever read
     */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        if (keys == null) {
            refresh(FIRST_ANSWER_MS);
        }
        List<JWK> found = selector.select(keys);
        if (!found.isEmpty()) {
            return found;
        }
        synchronized (asking) {
            ask();
        }
        return selector.select(keys);
    }

    /** A token of an unknown key can be one of a key that was made a moment ago. */
    private void ask() {
        long waitMs = isAway ? 0 : budget.availableMs();
        if (waitMs > 0) {
            long sinceNanos = budget.nowNanos();
            try {
                refresh(waitMs);
            } catch (KeysUnavailableException e) {
                // What was read before still counts.
            } finally {
                budget.spend(sinceNanos);
            }
        }
    }

    /**
     * Reads the key set anew. Not for stream threads that know one.
     *
     * @throws KeysUnavailableException if it cannot be read
     */
    public void refresh() {
        refresh(ANSWER_MS);
    }

    private void refresh(long waitMs) {
        long number = nextReading();
        try {
            take(JWKSet.parse(read(waitMs)), number);
            isAway = false;
        } catch (IOException | ParseException e) {
            isAway = true;
            throw new KeysUnavailableException(
                    "The key set at %s cannot be read, so no token of a key that is not known can be judged; is command-ingest running? (%s)"
                            .formatted(url, e),
                    e);
        }
    }

    private String read(long waitMs) throws IOException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(HttpRequest.newBuilder(url).build(), LimitedBody.ofString(KEY_SET_BYTES_MAXIMUM));
        try {
            HttpResponse<String> response = answer.get(waitMs, TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within %d ms".formatted(waitMs), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private synchronized long nextReading() {
        return ++readings;
    }

    /** A reading that was begun before another one is older, whenever it ends. */
    private synchronized void take(JWKSet read, long number) {
        if (number < lastReading) {
            return;
        }
        lastReading = number;
        JWKSet before = keys;
        keys = read.toPublicJWKSet();
        if (before == null || !before.getKeys().equals(keys.getKeys())) {
            kept.write(keys.getKeys());
        }
    }
}
