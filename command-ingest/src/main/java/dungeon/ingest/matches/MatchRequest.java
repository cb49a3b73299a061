package dungeon.ingest.matches;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.MapTypes;
import dungeon.ingest.commands.ShippedMapTypes;
import dungeon.ingest.http.Fields;
import dungeon.schemas.HouseBot;
import dungeon.schemas.RequestMatch;
import dungeon.schemas.topics.FieldBounds;

/** Reads the body of {@code POST /matches}, in which everything has a default: the example for four, ten minutes after two of waiting, without bots. */
final class MatchRequest {
    /** As many as the example has space stations. */
    private static final long SEATS = 4;

    /** As long as a practice game takes. */
    private static final long DURATION_MS = 600_000;

    /** Somebody who looks at the lobby now and then has seen the match by then. */
    private static final long WAIT_MS = 120_000;

    private MatchRequest() {}

    /**
     * The command.
     *
     * @throws dungeon.ingest.problems.Problem MALFORMED with every fault, or UNKNOWN_MAP_TYPE
     */
    static RequestMatch read(JsonNode body, MapTypes mapTypes) {
        Fields fields = new Fields(body);
        String mapTypeId = fields.text("mapTypeId").orElse(ShippedMapTypes.EXAMPLE_ID);
        long seats = bounded(fields, "seats", FieldBounds.SEATS, SEATS);
        long durationMs = bounded(fields, "durationMs", FieldBounds.MATCH_DURATION_MS, DURATION_MS);
        HouseBot bots = fields.oneOf("bots", HouseBot.class, null);
        long waitMs = bounded(fields, "waitMs", FieldBounds.ofWait(bots), WAIT_MS);
        fields.requireFaultless();
        return new RequestMatch(mapTypes.get(mapTypeId), mapTypeId, (int) seats, durationMs, waitMs, bots);
    }

    private static long bounded(Fields fields, String name, FieldBounds bounds, long otherwise) {
        return fields.number(name, bounds.minimum(), bounds.maximum(), otherwise);
    }
}
