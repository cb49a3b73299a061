package dungeon.platform.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tokens that hold no more although their time is not over: single ones, and all that somebody got before a moment. A revocation is
 * never taken back, it only ends when no token that it names could hold anyhow; so what several places know can be put together in
 * any order. Safe for use by several threads.
 */
public final class Revocations {
    /**
     * Some 120 bytes each in the document, so 6 MB. Who revokes all of his tokens takes one, and who revokes them one by one 20 at most; where
     * there is no room, it is those who have most that lose one.
     */
    public static final int ENTRIES_MAXIMUM = 50_000;

    /**
     * A command is judged by the time at which it was written, and is kept for 7 days: a topology that was away for as long must still
     * know what was revoked of a token that has expired meanwhile.
     */
    public static final Duration KEPT_LONGER = Duration.ofDays(7);

    private static final String TOKENS = "tokens";
    private static final String PLAYERS = "players";
    private static final String ID = "id";
    private static final String PLAYER_ID = "playerId";
    private static final String ISSUED_BEFORE = "issuedBefore";
    private static final String UNTIL = "until";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One token; the subject is a part of it, so that nobody revokes what is not his. */
    private record One(String subject, String tokenId) implements Comparable<One> {
        private static final Comparator<One> ORDER =
                Comparator.comparing(One::subject).thenComparing(One::tokenId);

        @Override
        public int compareTo(One other) {
            return ORDER.compare(this, other);
        }
    }

    private record All(Instant issuedBefore, Instant until) {}

    /** In order, so that instances that know the same write the same document. */
    private final ConcurrentSkipListMap<One, Instant> tokens = new ConcurrentSkipListMap<>();

    private final Map<String, All> subjects = new ConcurrentSkipListMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    /** Whether a token was revoked. */
    public boolean contain(TokenClaims claims) {
        if (claims.tokenId() != null && tokens.containsKey(new One(claims.subject(), claims.tokenId()))) {
            return true;
        }
        All all = subjects.get(claims.subject());
        return all != null && claims.issuedAt().isBefore(all.issuedBefore());
    }

    /**
     * Adds a token.
     *
     * @param subject whose it is; the token of another subject under the same id stays as it is
     * @param until when the token would be over
     */
    public void addToken(String tokenId, String subject, Instant until) {
        if (!until.equals(tokens.put(new One(subject, tokenId), until))) {
            changed();
        }
    }

    /**
     * Adds all tokens of somebody that were issued before a moment.
     *
     * @param until when the last of them would be over
     */
    public void addAllOf(String subject, Instant issuedBefore, Instant until) {
        All all = new All(issuedBefore, until);
        All before = subjects.get(subject);
        All after = subjects.merge(
                subject, all, (one, other) -> one.issuedBefore().isBefore(other.issuedBefore()) ? other : one);
        if (!after.equals(before)) {
            changed();
        }
    }

    /** Adds what others know. */
    public void merge(Revocations others) {
        others.tokens.forEach((one, until) -> addToken(one.tokenId(), one.subject(), until));
        others.subjects.forEach((subject, all) -> addAllOf(subject, all.issuedBefore(), all.until()));
    }

    /** Leaves out what has ended {@link #KEPT_LONGER} ago. */
    public void expire(Instant now) {
        Instant ended = now.minus(KEPT_LONGER);
        boolean some = tokens.values().removeIf(until -> until.isBefore(ended));
        boolean others = subjects.values().removeIf(all -> all.until().isBefore(ended));
        if (some || others) {
            changes.incrementAndGet();
        }
    }

    /** How many there are. */
    public int size() {
        return tokens.size() + subjects.size();
    }

    /** Grows with each change. */
    public long changes() {
        return changes.get();
    }

    /** How many were left out for lack of room; it should be none. */
    public long dropped() {
        return dropped.get();
    }

    private void changed() {
        while (size() > ENTRIES_MAXIMUM) {
            dropOne();
        }
        changes.incrementAndGet();
    }

    /**
     * Single tokens go first: who revokes all of his has lost more. Of these, one of whoever has most, so that nobody makes room for the tokens
     * of others by revoking his own.
     */
    private void dropOne() {
        if (tokens.isEmpty()) {
            firstToEnd(subjects, All::until).ifPresent(subjects::remove);
        } else {
            firstToEnd(ofHeaviestSubject(), until -> until).ifPresent(tokens::remove);
        }
        dropped.incrementAndGet();
    }

    private static <K, V> Optional<K> firstToEnd(Map<K, V> revoked, Function<V, Instant> until) {
        return revoked.entrySet().stream()
                .min(Comparator.comparing(entry -> until.apply(entry.getValue())))
                .map(Map.Entry::getKey);
    }

    private Map<One, Instant> ofHeaviestSubject() {
        Map<String, Long> counts =
                tokens.keySet().stream().collect(Collectors.groupingBy(One::subject, Collectors.counting()));
        String heaviest = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
        return heaviest == null ? tokens : tokens.subMap(new One(heaviest, ""), new One(heaviest, "\uffff"));
    }

    /** All of it, as the JSON that {@link #parse} reads. */
    public String toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode ones = json.putArray(TOKENS);
        tokens.forEach((one, until) -> ones.addObject()
                .put(ID, one.tokenId())
                .put(PLAYER_ID, one.subject())
                .put(UNTIL, until.toString()));
        ArrayNode alls = json.putArray(PLAYERS);
        subjects.forEach((subject, all) -> alls.addObject()
                .put(ID, subject)
                .put(ISSUED_BEFORE, all.issuedBefore().toString())
                .put(UNTIL, all.until().toString()));
        return json.toString();
    }

    /**
     * Reads what {@link #toJson} has written.
     *
     * @throws IOException if it is nothing of the kind
     */
    public static Revocations parse(String json) throws IOException {
        JsonNode root = JSON.readTree(json);
        Revocations revocations = new Revocations();
        try {
            for (JsonNode one : root.path(TOKENS)) {
                revocations.addToken(
                        one.required(ID).asText(), one.required(PLAYER_ID).asText(), moment(one, UNTIL));
            }
            for (JsonNode all : root.path(PLAYERS)) {
                revocations.addAllOf(all.required(ID).asText(), moment(all, ISSUED_BEFORE), moment(all, UNTIL));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("These are no revocations of tokens: " + e.getMessage(), e);
        }
        return revocations;
    }

    private static Instant moment(JsonNode json, String name) {
        return Instant.parse(json.required(name).asText());
    }
}
