package dungeon.ingest.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dungeon.ingest.problems.Problem;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.token.Revocations;
import dungeon.platform.token.TokenSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that tokens are signed with. One signs; those before it are published until the last token that they have signed is over; and
 * a new one is published for a while before it signs. All of that follows from the times in the files, so that instances that share
 * the folder agree without a word, also where they cannot write it. Safe for use by several threads.
 */
public final class SigningKeys implements JWKSource<SecurityContext> {
    /** Key sets are read every 2 s, and a reading may take 5 s. */
    static final Duration PUBLISHED_BEFORE_SIGNING = Duration.ofSeconds(10);

    /** A month of daily rotations would be 30; whoever reads a key set reads up to 64 KB of it, and each takes half a KB. */
    static final int KEYS_MAXIMUM = 32;

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** What was read, from the eldest to the youngest. */
    private record Held(Map<Path, KeyFolder.Stamp> files, List<SigningKey> keys) {}

    private record Signer(SigningKey key, TokenSigner signer) {}

    /** Makes a key of the moment at which that is, and the one from which it signs. */
    interface KeyMaker {
        SigningKey make(Instant createdAt, Instant signsFrom);
    }

    private final KeyFolder folder;
    private final KeyMaker maker;
    private final Duration longestLifetime;
    private final Clock clock;
    private volatile Held held;
    private volatile Signer signer;
    private volatile JWKSet published;

    private SigningKeys(KeyFolder folder, KeyMaker maker, Duration longestLifetime, Clock clock) {
        this.folder = folder;
        this.maker = maker;
        this.longestLifetime = longestLifetime;
        this.clock = clock;
    }

    /**
     * The keys of a folder, which gets one if it has none.
     *
     * @param longestLifetime of a token
     * @throws UncheckedIOException if a file cannot be read or written
     * @throws IllegalStateException if a file is not a key
     */
    public static SigningKeys in(Path folder, Duration longestLifetime, Clock clock) {
        return in(folder, SigningKey::fresh, longestLifetime, clock);
    }

    static SigningKeys in(Path folder, KeyMaker maker, Duration longestLifetime, Clock clock) {
        SigningKeys keys = new SigningKeys(new KeyFolder(folder), maker, longestLifetime, clock);
        try {
            if (keys.folder.stamps().isEmpty()) {
                Instant now = keys.now();
                keys.folder.addFirst(maker.make(now, now));
            }
            // What is there counts, because another instance may have been first.
            keys.read(keys.folder.stamps());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write the signing keys in " + folder + ": " + e, e);
        }
        return keys;
    }

    /**
     * Looks what other instances, or whoever keeps the secret, have made of the folder, and what time has. Called again and again.
     *
     * @throws UncheckedIOException if a file cannot be read; what was read before still counts
     * @throws IllegalStateException if a file is not a key
     */
    public synchronized void refresh() {
        try {
            Map<Path, KeyFolder.Stamp> files = folder.stamps();
            if (files.equals(held.files())) {
                publish();
            } else {
                read(files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the signing keys in " + folder, e);
        }
    }

    private synchronized void read(Map<Path, KeyFolder.Stamp> files) throws IOException {
        List<SigningKey> keys =
                folder.read(files.keySet()).stream().sorted(SigningKey.BY_START).toList();
        if (keys.isEmpty()) {
            // A folder that is being written anew is never taken for one without keys.
            throw new IOException("there is none");
        }
        held = new Held(files, keys);
        publish();
    }

    /** Those whose time it is now, in a set that is another object only if it is another set. */
    private void publish() {
        List<JWK> keys = described().stream()
                .map(each -> key(each.kid()).pair().toPublicJWK())
                .map(JWK.class::cast)
                .toList();
        if (published == null || !published.getKeys().equals(keys)) {
            published = new JWKSet(keys);
            LOG.info(
                    "The keys of tokens are now {}",
                    keys.stream().map(JWK::getKeyID).toList());
        }
    }

    private SigningKey key(String keyId) {
        return held.keys().stream()
                .filter(key -> key.keyId().equals(keyId))
                .findFirst()
                .orElseThrow();
    }

    /** Another object after each change of the published keys. */
    public Object edition() {
        return published;
    }

    /** The public parts, as the JSON of a key set. */
    public String publicKeySet() {
        return published.toString();
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(published);
    }

    /** Signs with the key whose turn it is. */
    TokenSigner signer() {
        SigningKey signing = signing(held.keys());
        Signer current = signer;
        if (current == null || !current.key().keyId().equals(signing.keyId())) {
            current = new Signer(signing, new TokenSigner(signing.pair()));
            signer = current;
        }
        return current.signer();
    }

    /** The id of the key with which tokens are signed now. */
    String signingKeyId() {
        return signing(held.keys()).keyId();
    }

    /** The youngest that has begun; where none has, the one that begins first, because somebody has to. */
    private SigningKey signing(List<SigningKey> keys) {
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElse(keys.get(0));
    }

    /** All keys that are published, from the eldest to the youngest. */
    public List<PublishedKey> described() {
        List<SigningKey> keys = held.keys();
        SigningKey signing = signing(keys);
        int place = keys.indexOf(signing);
        Instant now = clock.instant();
        return IntStream.range(0, keys.size())
                .mapToObj(i -> described(keys, i, place))
                .filter(key -> key.publishedUntil() == null || now.isBefore(key.publishedUntil()))
                .toList();
    }

    private PublishedKey described(List<SigningKey> keys, int i, int signing) {
        SigningKey key = keys.get(i);
        // A command is judged by the time at which it was written, and kept for days: so is the key of its token.
        Instant until = i >= signing
                ? null
                : keys.get(i + 1).signsFrom().plus(longestLifetime).plus(Revocations.KEPT_LONGER);
        PublishedKey.State state = i < signing
                ? PublishedKey.State.RETIRING
                : i == signing ? PublishedKey.State.SIGNING : PublishedKey.State.UPCOMING;
        return new PublishedKey(key.keyId(), key.createdAt(), key.signsFrom(), until, state);
    }

    /**
     * Makes a key that signs in {@link #PUBLISHED_BEFORE_SIGNING}.
     *
     * @throws Problem if there are too many, or the folder cannot be written
     */
    public synchronized PublishedKey rotate() {
        refresh();
        if (described().size() >= KEYS_MAXIMUM) {
            throw new Problem(
                    ProblemCode.TOO_MANY_KEYS,
                    "There are %d keys, the most that are published; the eldest disappears at %s"
                            .formatted(KEYS_MAXIMUM, described().get(0).publishedUntil()));
        }
        Instant now = now();
        SigningKey fresh = maker.make(now, now.plus(PUBLISHED_BEFORE_SIGNING));
        write(() -> {
            removeEnded();
            folder.add(fresh);
        });
        return describe(fresh.keyId());
    }

    /**
     * Takes a key away at once, and with it all tokens that it has signed. If it was the one that signs and there is no other to follow,
     * a new one does so from now on.
     *
     * @throws Problem if there is no such key, or the folder cannot be written
     */
    public synchronized void revoke(String keyId) {
        refresh();
        PublishedKey key = described().stream()
                .filter(each -> each.kid().equals(keyId))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.UNKNOWN_KEY, "There is no key " + keyId));
        boolean hasSuccessor = described().stream().anyMatch(each -> each.state() == PublishedKey.State.UPCOMING);
        write(() -> {
            if (key.state() == PublishedKey.State.SIGNING && !hasSuccessor) {
                Instant now = now();
                folder.add(maker.make(now, now));
            }
            folder.remove(key(keyId));
        });
    }

    private void removeEnded() throws IOException {
        List<String> current = described().stream().map(PublishedKey::kid).toList();
        for (SigningKey key : held.keys()) {
            if (!current.contains(key.keyId())) {
                folder.remove(key);
            }
        }
    }

    private PublishedKey describe(String keyId) {
        return described().stream()
                .filter(key -> Objects.equals(key.kid(), keyId))
                .findFirst()
                .orElseThrow();
    }

    private interface Change {
        void run() throws IOException;
    }

    private void write(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            LOG.warn("The signing keys in {} cannot be changed", folder, e);
            throw new Problem(
                    ProblemCode.KEYS_READ_ONLY,
                    "The folder with the signing keys cannot be written here; whoever keeps it, such as a secret of the cluster, has to"
                            + " add or remove the file");
        }
        refresh();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
