package dungeon.platform.streams.admission;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ingest's key set, read over HTTP and kept. Once it was read, an ingest that is away stops nothing: tokens of known
 * keys hold, and those of unknown keys are refused. Safe for use by several threads.
 */
public final class RemoteKeys implements JWKSource<SecurityContext> {
    /** Short, because the stream thread waits meanwhile. */
    private static final int TIMEOUT_MS = 1_000;

    private static final int KEY_SET_BYTES_MAXIMUM = 64 * 1024;
    private static final long KEPT_MS = 5 * 60_000;
    /** Unknown key ids are free to invent, and must not become requests without end. */
    private static final long ASKED_AGAIN_AFTER_MS = 10_000;

    private static final long OUTAGE_BRIDGED_MS = 365L * 24 * 3_600_000;

    private final URI url;
    private final JWKSource<SecurityContext> source;
    private final Map<String, JWK> lastKnown = new ConcurrentHashMap<>();
    private final KeySetFile kept;
    private volatile boolean everRead;

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
        this.url = url;
        kept = new KeySetFile(file);
        kept.read().forEach(key -> lastKnown.put(key.getKeyID(), key));
        everRead = !lastKnown.isEmpty();
        URL location;
        try {
            location = url.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The address of the key set is no URL: " + url, e);
        }
        source = JWKSourceBuilder.create(
                        location, new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, KEY_SET_BYTES_MAXIMUM))
                .cache(KEPT_MS, TIMEOUT_MS)
                .rateLimited(ASKED_AGAIN_AFTER_MS)
                .outageTolerant(OUTAGE_BRIDGED_MS)
                .build();
    }

    /**
     * The keys that fit.
     *
     * @throws KeysUnavailableException if no key set was ever read
     */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        try {
            List<JWK> found = source.get(selector, context);
            everRead = true;
            found.forEach(this::keep);
            return found;
        } catch (KeySourceException e) {
            if (everRead) {
                return selector.select(new JWKSet(List.copyOf(lastKnown.values())));
            }
            throw new KeysUnavailableException(
                    "The key set at %s cannot be read, so no token can be judged; is command-ingest running?"
                            .formatted(url),
                    e);
        }
    }

    private void keep(JWK key) {
        if (!key.equals(lastKnown.put(key.getKeyID(), key))) {
            kept.write(List.copyOf(lastKnown.values()));
        }
    }
}
