package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.Ids;
import java.util.Locale;
import java.util.UUID;

/**
 * A request that can be sent again after an answer was lost: with the same commandId it has no second effect, and the same answer, for
 * some minutes.
 *
 * @param commandId UUID; the caller's own, or a new one
 * @param body what is left of the body; null if there was none
 */
public record RepeatableRequest(String commandId, JsonNode body) {
    private static final String COMMAND_ID = "commandId";
    private static final long HALF_A_DAY_MS = 12 * 3_600_000L;

    /**
     * Takes the commandId out of a body.
     *
     * @throws Problem MALFORMED if it is none
     */
    public static RepeatableRequest read(JsonNode body) {
        if (!(body instanceof ObjectNode object) || !object.has(COMMAND_ID)) {
            return new RepeatableRequest(newId(), body);
        }
        JsonNode given = object.get(COMMAND_ID);
        JsonNode rest = object.deepCopy().without(COMMAND_ID);
        if (given.isNull()) {
            return new RepeatableRequest(newId(), rest);
        }
        String commandId = given.isTextual() ? given.textValue().toLowerCase(Locale.ROOT) : null;
        if (!Ids.isCanonical(commandId)) {
            throw Problems.malformed("/" + COMMAND_ID, "must be a UUID");
        }
        return new RepeatableRequest(commandId, rest);
    }

    /**
     * The id of a game that the request makes: a UUID of version 7. Where the commandId is of this version itself, the two have one time,
     * so each repetition means the same game. Another commandId tells no time, and its game's id changes twice a day, at a moment that
     * depends on it.
     *
     * @param nowMs in ms since 1970
     */
    String gameId(long nowMs) {
        long toldMs = Ids.timeMsOf(commandId);
        long madeAtMs = toldMs >= 0
                ? toldMs
                : nowMs - Math.floorMod(nowMs - UUID.fromString(commandId).hashCode(), HALF_A_DAY_MS);
        return Ids.timed(madeAtMs, idFor("game"));
    }

    private static String newId() {
        return Ids.timed(System.currentTimeMillis(), UUID.randomUUID().toString());
    }

    /** The id of a further command, or of what the request makes; the same for the same request. */
    public String idFor(String purpose) {
        return Ids.nameBased("%s:%s".formatted(purpose, commandId));
    }
}
