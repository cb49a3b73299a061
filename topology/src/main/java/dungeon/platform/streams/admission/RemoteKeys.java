package dungeon.platform.streams.admission;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import dungeon.platform.token.Revocations;
import dungeon.platform.token.TokenTrust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * By what the ingest lets tokens be judged: its key set, and what it has revoked, beside it as {@code revocations.json}. Both are read over
 * HTTP again and again, and kept: what was read last counts, so a key that is taken away is gone after the next reading, in memory
 * and in the file. An ingest that is away stops nothing: tokens of known keys hold, those of unknown keys are refused, and what
 * was revoked stays so. Safe for use by several threads.
 */
public final class RemoteKeys implements TokenTrust {
    /** How often {@link #refresh} is to be called; a key that was taken away, or a token, holds that much longer. */
    public static final Duration REFRESH = Duration.ofSeconds(2);

    /** For an answer that no stream thread waits for. */
    private static final long ANSWER_MS = 5_000;

    /** For the first key set of all, without which no token can be judged, so that there is nothing to go on with meanwhile. */
    private static final long FIRST_ANSWER_MS = 2_000;

    /** Of questions on stream threads: unknown key ids are free to invent, and the ingest answers from memory. */
    static final long BUDGET_MS = 100;

    private static final int KEY_SET_BYTES_MAXIMUM = 64 * 1024;

    private static final String REVOCATIONS = "revocations.json";

    private final RemoteText remote;
    private final KeptText kept;
    private final RemoteRevocations revocations;
    private final WaitingBudget budget;
    /** Held by a stream thread that asks; whoever waits for it waits no longer than all questions may take. */
    private final Object asking = new Object();
    /** Null until a key set was read for the first time. */
    private volatile JWKSet keys;
    /** Whether the last reading failed; then nobody on a stream thread tries the next one. */
    private volatile boolean isAway;

    private long readings;
    private long lastReading;

    /** Keeps what it reads as long as it lives. */
    public RemoteKeys(URI url) {
        this(url, null);
    }

    /**
     * Keeps what it reads across restarts.
     *
     * @param url of the key set
     * @param file where the keys are kept, and what was revoked beside it; is made if it is not there
     */
    public RemoteKeys(URI url, Path file) {
        this(url, file, new WaitingBudget(BUDGET_MS), Clock.systemUTC());
    }

    RemoteKeys(URI url, Path file, WaitingBudget budget, Clock clock) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofMillis(ANSWER_MS))
                .build();
        this.remote = new RemoteText(http, url, KEY_SET_BYTES_MAXIMUM);
        this.kept = new KeptText(file);
        this.revocations = new RemoteRevocations(
                http,
                url.resolve(REVOCATIONS),
                file == null ? null : file.resolveSibling("revoked-of-" + file.getFileName()),
                clock);
        this.budget = budget;
        this.keys =
                kept.read().map(this::parseKept).filter(set -> !set.isEmpty()).orElse(null);
    }

    private JWKSet parseKept(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException e) {
            kept.complain(e);
            return null;
        }
    }

    @Override
    public Object edition() {
        return keys;
    }

    @Override
    public Revocations revocations() {
        return revocations.current();
    }

    /** Whether a key is none of those that are known; for those who keep tokens of their own, which end with their key. */
    public boolean lack(String keyId) {
        JWKSet current = keys;
        return current != null && current.getKeyByKeyId(keyId) == null;
    }

    /**
     * The keys that fit.
     *
     * @throws KeysUnavailableException if no key set was ever read
     */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        if (keys == null) {
            begin();
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
                readKeys(waitMs);
            } catch (KeysUnavailableException e) {
                // What was read before still counts.
            } finally {
                budget.spend(sinceNanos);
            }
        }
    }

    /** Nothing can be judged before both are known, or what was revoked would hold after each first start. */
    private void begin() {
        if (!revocations.areKnown()) {
            readRevocations(FIRST_ANSWER_MS);
        }
        readKeys(FIRST_ANSWER_MS);
    }

    /**
     * Reads all of it anew. Not for stream threads that know a key set.
     *
     * @throws KeysUnavailableException if it cannot be read
     */
    public void refresh() {
        KeysUnavailableException failure = null;
        try {
            readRevocations(ANSWER_MS);
        } catch (KeysUnavailableException e) {
            failure = e;
        }
        if (revocations.areKnown()) {
            // A key may have been taken away all the same.
            readKeys(ANSWER_MS);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void readRevocations(long waitMs) {
        try {
            revocations.refresh(waitMs);
        } catch (IOException e) {
            throw new KeysUnavailableException(
                    "What was revoked cannot be read beside the key set at %s, so what was revoked since the last reading still holds; is command-ingest running? (%s)"
                            .formatted(remote.url(), e),
                    e);
        }
    }

    private void readKeys(long waitMs) {
        long number = nextReading();
        try {
            HttpResponse<String> answer = remote.read(waitMs).orElseThrow(() -> new IOException("status 304"));
            if (answer.statusCode() != RemoteText.OK) {
                throw new IOException("status " + answer.statusCode());
            }
            take(JWKSet.parse(answer.body()), number);
            isAway = false;
        } catch (IOException | ParseException e) {
            isAway = true;
            throw new KeysUnavailableException(
                    "The key set at %s cannot be read, so no token of a key that is not known can be judged; is command-ingest running? (%s)"
                            .formatted(remote.url(), e),
                    e);
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
        JWKSet after = read.toPublicJWKSet();
        if (before == null || !before.getKeys().equals(after.getKeys())) {
            keys = after;
            kept.write(after.toString());
        }
    }
}
